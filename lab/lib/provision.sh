#!/usr/bin/env bash
# First boot of a host: writes what a new server has into its root, which is mounted and
# not yet running: name, accounts, sshd, certificates, etcd, empty directories. What the
# workshop adds by hand (pglift's settings, linger, keepalived) is site.sh's, and left
# out of a bare lab. usage: provision.sh NAME ROOT
set -euo pipefail
name=$1 root=$2
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
ip=$(lab_ip "$name")
pki=$LAB_STATE/pki

in_root() { chroot "$root" "$@"; }

identity() {
  echo "$name" >"$root/etc/hostname"
  {
    echo "127.0.0.1 localhost"
    echo "::1 localhost"
    local node
    for node in "${LAB_NODES[@]}"; do echo "$(lab_ip "$node") $node"; done
  } >"$root/etc/hosts"
  : >"$root/etc/resolv.conf"
  printf 'LANG=C.UTF-8\n' >"$root/etc/default/locale"
}

accounts() {
  local user home
  for user in postgres dba; do
    home=$(in_root getent passwd "$user" | cut -d: -f6)
    install -d -m 700 "$root$home/.ssh"
    install -m 600 "$LAB_STATE/ssh/id_ed25519.pub" "$root$home/.ssh/authorized_keys"
    in_root chown -R "$user:" "$home/.ssh"
  done
}

sshd() {
  cat >"$root/etc/ssh/sshd_config.d/lab.conf" <<CONF
PasswordAuthentication no
PermitRootLogin no
AllowUsers postgres dba
CONF
  in_root ssh-keygen -A >/dev/null
  in_root systemctl --quiet enable ssh.service
}

certificates() {
  local dir
  install -d -m 755 "$root/etc/pki" "$root/etc/etcd"
  install -d -m 750 "$root/etc/pki/patroni" "$root/etc/pki/etcd"
  for dir in patroni etcd; do
    install -m 644 "$pki/ca-cert.pem" "$root/etc/pki/$dir/ca-cert.pem"
    install -m 644 "$pki/$name-cert.pem" "$root/etc/pki/$dir/server-cert.pem"
    install -m 600 "$pki/$name-key.pem" "$root/etc/pki/$dir/server-key.pem"
  done
  install -m 644 "$pki/patroni-cert.pem" "$root/etc/pki/patroni/etcd-cert.pem"
  install -m 600 "$pki/patroni-key.pem" "$root/etc/pki/patroni/etcd-key.pem"
  in_root chown -R postgres:postgres /etc/pki/patroni
  in_root chown -R etcd:etcd /etc/pki/etcd
}

etcd() {
  local cluster node
  cluster=$(for node in "${LAB_NODES[@]}"; do printf '%s=https://%s:2380,' "$node" "$(lab_ip "$node")"; done)
  cat >"$root/etc/default/etcd" <<CONF
ETCD_NAME=$name
ETCD_DATA_DIR=/var/lib/etcd/default
ETCD_LISTEN_PEER_URLS=https://$ip:2380
ETCD_INITIAL_ADVERTISE_PEER_URLS=https://$ip:2380
ETCD_LISTEN_CLIENT_URLS=https://$ip:2379,https://127.0.0.1:2379
ETCD_ADVERTISE_CLIENT_URLS=https://$ip:2379
ETCD_INITIAL_CLUSTER=${cluster%,}
ETCD_INITIAL_CLUSTER_STATE=new
ETCD_INITIAL_CLUSTER_TOKEN=bascule-$LAB_NAME
ETCD_CLIENT_CERT_AUTH=true
ETCD_TRUSTED_CA_FILE=/etc/pki/etcd/ca-cert.pem
ETCD_CERT_FILE=/etc/pki/etcd/server-cert.pem
ETCD_KEY_FILE=/etc/pki/etcd/server-key.pem
ETCD_PEER_CLIENT_CERT_AUTH=true
ETCD_PEER_TRUSTED_CA_FILE=/etc/pki/etcd/ca-cert.pem
ETCD_PEER_CERT_FILE=/etc/pki/etcd/server-cert.pem
ETCD_PEER_KEY_FILE=/etc/pki/etcd/server-key.pem
CONF
  in_root systemctl --quiet enable etcd.service
}

directories() { # as an administrator prepares them before pglift comes
  local dir
  for dir in /pgdata /pgdata/log /pgdata/log/postgresql /pgdata/backup /etc/patroni /etc/pgbackrest \
    /var/log/patroni /var/log/pgbackrest /var/lib/pgsql /var/lib/pgsql/backups; do
    mkdir -p "$root$dir"
    in_root chown postgres:postgres "$dir"
  done
  install -d -m 755 "$root/etc/tmpfiles.d"
  echo 'd /run/postgresql 2775 postgres postgres' >"$root/etc/tmpfiles.d/lab-postgresql.conf"
  rm -f "$root/usr/lib/tmpfiles.d/postgresql-common.conf"
}

identity
accounts
sshd
certificates
etcd
directories
[ -e "$LAB_STATE/bare" ] || "$LAB_DIR/lib/site.sh" "$name" "$root"
date -u +%FT%TZ >"$root/etc/lab-provisioned"

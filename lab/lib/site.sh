#!/usr/bin/env bash
# What the workshop adds to a new server by hand: linger, pglift's settings and
# templates, keepalived. usage: site.sh NAME ROOT
set -euo pipefail
name=$1 root=$2
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
ip=$(lab_ip "$name")

in_root() { chroot "$root" "$@"; }

linger() { # the account's own service manager runs from boot on
  mkdir -p "$root/var/lib/systemd/linger"
  : >"$root/var/lib/systemd/linger/postgres"
}

settings() { # the workshop's, but for the backup role's password and etcd's client certificate
  cat <<CONF
cli:
  audit:
    path: /pgdata/log/pglift

postgresql:
  default_version: '15'
  datadir: /pgdata/{version}/{name}/data
  waldir: /pgdata/{version}/{name}/pgwal
  logpath: /pgdata/log/postgresql
  initdb:
    data_checksums: true
  auth:
    local: peer
    host: scram-sha-256
    hostssl: scram-sha-256
  socket_directory: /var/run/postgresql
  surole:
    name: postgres
  backuprole:
    name: backup
    # without a pgpass entry, pgBackRest has no password to log in with
    pgpass: true
  replrole: replication
  dumps_directory: /pgdata/backup/dumps/{version}-{name}

systemd:
  user: true
  sudo: false

pgbackrest:
  configpath: /etc/pgbackrest/
  logpath: /var/log/pgbackrest/
  repository:
    mode: path
    path: /var/lib/pgsql/backups/pitr
    retention:
      full: 3

patroni:
  execpath: /usr/bin/patroni
  configpath: /etc/patroni/{name}.yaml
  logpath: /var/log/patroni
  etcd:
    hosts:
CONF
  local node
  for node in "${LAB_NODES[@]}"; do echo "      - $node:2379"; done
  cat <<CONF
    protocol: https
    cacert: /etc/pki/patroni/ca-cert.pem
    cert: /etc/pki/patroni/etcd-cert.pem
    key: /etc/pki/patroni/etcd-key.pem
  restapi:
    cafile: /etc/pki/patroni/ca-cert.pem
    certfile: /etc/pki/patroni/server-cert.pem
    keyfile: /etc/pki/patroni/server-key.pem
    verify_client: required
  ctl:
    certfile: /etc/pki/patroni/server-cert.pem
    keyfile: /etc/pki/patroni/server-key.pem
  postgresql:
    use_pg_rewind: true
    passfile: /home/postgres/{name}.pgpass
CONF
}

pglift() {
  local conf=$root/home/postgres/.config/pglift
  mkdir -p "$conf/postgresql"
  settings >"$conf/settings.yaml"
  cat >"$conf/postgresql/pg_hba.conf" <<CONF
local   all             {surole}                                {auth.local}
local   all             all                                     {auth.host}
host    all             all             127.0.0.1/32            {auth.host}
host    all             all             ::1/128                 {auth.host}
host    all             all             $LAB_NET.0/24           {auth.host}
local   replication     replication                             {auth.host}
host    replication     replication     127.0.0.1/32            {auth.host}
host    replication     replication     ::1/128                 {auth.host}
host    replication     replication     $LAB_NET.0/24           {auth.host}
CONF
  # pglift's own template but for the memory, which would be a quarter of the machine's
  cat >"$conf/postgresql/postgresql.conf" <<'CONF'
cluster_name = {name}
shared_buffers = 64MB
effective_cache_size = 256MB
unix_socket_directories = {settings.socket_directory}
log_directory = {settings.logpath}
log_filename = '{version}-{name}-%Y-%m-%d_%H%M%S.log'
log_destination = 'stderr'
logging_collector = on
CONF
  in_root chown -R postgres:postgres /home/postgres/.config
}

keepalived() { # the address follows the host whose Patroni answers /primary
  local node
  mkdir -p "$root/etc/keepalived"
  {
    cat <<CONF
global_defs {
  router_id $name
  enable_script_security
  script_user postgres postgres
}
vrrp_script check_patroni_primary {
  script "/usr/bin/curl -s -o /dev/null -X GET -I --fail --max-time 2 --cert /etc/pki/patroni/server-cert.pem --key /etc/pki/patroni/server-key.pem --cacert /etc/pki/patroni/ca-cert.pem https://$ip:8008/primary"
  interval 2
  fall 1
  rise 1
}
vrrp_instance patroni {
  state BACKUP
  interface eth0
  virtual_router_id 77
  priority 100
  advert_int 1
  unicast_src_ip $ip
  unicast_peer {
CONF
    for node in "${LAB_NODES[@]}"; do [ "$node" = "$name" ] || echo "    $(lab_ip "$node")"; done
    cat <<CONF
  }
  authentication {
    auth_type PASS
    auth_pass $(cut -c1-8 "$(lab_secret keepalived)")
  }
  virtual_ipaddress {
    $LAB_VIP/24 dev eth0 label eth0:1
  }
  track_script {
    check_patroni_primary
  }
}
CONF
  } >"$root/etc/keepalived/keepalived.conf"
  chmod 600 "$root/etc/keepalived/keepalived.conf"
  in_root systemctl --quiet enable keepalived.service
}

linger
pglift
keepalived

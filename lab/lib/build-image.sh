#!/usr/bin/env bash
# Builds the root file system that the lab's hosts share: Debian 12 with systemd, sshd,
# etcd, PostgreSQL, pgBackRest, keepalived, and pglift and Patroni in a virtual
# environment. Packages come from where this machine's come from.
# usage: build-image.sh TARGET
set -euo pipefail
target=${1:?usage: build-image.sh TARGET}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
part=$target.part

sources=/etc/apt/sources.list.d/debian.sources
[ -e "$sources" ] || sources=/etc/apt/sources.list

command -v mmdebstrap >/dev/null || {
  apt-get update -q
  apt-get install -qy --no-install-recommends mmdebstrap
}

packages=(
  systemd-sysv dbus dbus-user-session libpam-systemd
  openssh-server etcd-server etcd-client
  postgresql-15 pgbackrest keepalived
  python3-venv ca-certificates curl openssl iproute2 iputils-ping procps
  less sudo faketime
)

bootstrap() {
  rm -rf --one-file-system "$part"
  mkdir -p "$part"
  # The hook keeps postgresql-15 from making a cluster of its own.
  # shellcheck disable=SC2016  # $1 is for the hook's own shell
  mmdebstrap --quiet --variant=minbase --mode=root --skip=check/qemu \
    --include="$(IFS=,; echo "${packages[*]}")" \
    --aptopt='APT::Install-Recommends "false"' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --essential-hook='mkdir -p "$1/etc/postgresql-common" && printf "create_main_cluster = false\nstart_conf = manual\n" >"$1/etc/postgresql-common/createcluster.conf"' \
    bookworm "$part" "$sources"
}

add_users() { # the workshop's "postgres" lives in /home/postgres; "dba" becomes postgres by sudo
  mkdir -p "$part/home/postgres"
  cp -a "$part/etc/skel/." "$part/home/postgres/"
  chroot "$part" usermod -d /home/postgres -s /bin/bash postgres
  chroot "$part" chown -R postgres:postgres /home/postgres
  chmod 700 "$part/home/postgres"
  chroot "$part" useradd -m -s /bin/bash -c 'Database administrator' dba
  echo 'dba ALL=(postgres) NOPASSWD: ALL' >"$part/etc/sudoers.d/dba"
  chmod 440 "$part/etc/sudoers.d/dba"
}

add_pglift() { # pip's settings and the machine's CA bundle are lent to the image meanwhile
  install -D -m 644 "$here/requirements.txt" "$part/tmp/requirements.txt"
  cp /etc/resolv.conf "$part/etc/resolv.conf"
  [ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$part/etc/pip.conf"
  cp "$part/etc/ssl/certs/ca-certificates.crt" "$part/tmp/ca.keep"
  cat /etc/ssl/certs/ca-certificates.crt >"$part/etc/ssl/certs/ca-certificates.crt"
  chroot "$part" python3 -m venv /opt/pglift
  chroot "$part" env PIP_CERT=/etc/ssl/certs/ca-certificates.crt PIP_FIND_LINKS='' \
    /opt/pglift/bin/pip install -q --no-cache-dir --use-pep517 -r /tmp/requirements.txt
  cat "$part/tmp/ca.keep" >"$part/etc/ssl/certs/ca-certificates.crt"
  rm -f "$part"/tmp/{ca.keep,requirements.txt} "$part"/etc/{pip.conf,resolv.conf}
  local program
  for program in pglift patroni patronictl; do
    ln -sf "/opt/pglift/bin/$program" "$part/usr/bin/$program"
  done
}

settle() { # nothing boots before the lab wrote its settings; no host has another's identity
  systemctl --root="$part" --quiet disable etcd.service keepalived.service postgresql.service ssh.service || true
  systemctl --root="$part" --quiet set-default multi-user.target
  systemctl --root="$part" --quiet mask getty.target console-getty.service \
    apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer fstrim.timer e2scrub_all.timer \
    systemd-timesyncd.service systemd-networkd.service systemd-resolved.service \
    sys-kernel-debug.mount sys-kernel-tracing.mount sys-kernel-config.mount \
    dev-hugepages.mount dev-mqueue.mount
  rm -f "$part"/etc/ssh/ssh_host_* "$part/etc/machine-id" "$part/var/lib/dbus/machine-id"
  : >"$part/etc/machine-id"
}

bootstrap
add_users
add_pglift
settle
mv "$part" "$target"

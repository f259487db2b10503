# shellcheck shell=bash
# Breaking things on purpose, one host at a time.

freeze_etcd() { host_enter "$1" systemctl kill --signal=SIGSTOP etcd.service; }
thaw_etcd() { host_enter "$1" systemctl kill --signal=SIGCONT etcd.service; }

# Patroni of one instance alone, as "pkill -9 patroni" does on a host with one instance.
kill_patroni() { # kill_patroni NODE [INSTANCE]
  local pid
  pid=$(host_enter "$1" runuser -u postgres -- env XDG_RUNTIME_DIR="/run/user/$(host_enter "$1" id -u postgres)" \
    systemctl --user show -p MainPID --value "pglift-patroni@15-${2:-main}.service")
  [ "${pid:-0}" != 0 ] || lab_die "no Patroni of ${2:-main} runs on $1"
  host_enter "$1" kill -9 "$pid"
}

# shellcheck shell=bash
# Breaking things on purpose, one host at a time.

fault_port() { # fault_port SERVICE: its TCP port
  case $1 in
    ssh) echo 22 ;;
    etcd) echo 2379 ;;
    postgres) echo 5432 ;;
    patroni) echo 8008 ;;
    *[!0-9]* | '') lab_die "there is no service '$1' (there are: ssh, etcd, postgres, patroni, or a port)" ;;
    *) echo "$1" ;;
  esac
}

# Silence between this machine and a host: what the host would answer is dropped, without
# an error to anybody, open connections included. Hosts still see each other.
fault_cut() { # fault_cut NODE [SERVICE...]: without a service, everything
  local node=$1 ns port
  shift
  host_pid "$node" >/dev/null || lab_die "$node does not run"
  ns=$(net_ns "$node")
  [ $# -gt 0 ] || { ip -n "$ns" route replace blackhole "$LAB_NET.1/32"; return; }
  for port in "$@"; do
    port=$(fault_port "$port") || exit 2
    ip -n "$ns" rule del to "$LAB_NET.1" ipproto tcp sport "$port" blackhole 2>/dev/null || true
    ip -n "$ns" rule add to "$LAB_NET.1" ipproto tcp sport "$port" blackhole
  done
}

fault_heal() { # fault_heal NODE: whatever was cut
  local ns
  ns=$(net_ns "$1")
  ip -n "$ns" route del blackhole "$LAB_NET.1/32" 2>/dev/null || true
  while ip -n "$ns" rule del to "$LAB_NET.1" blackhole 2>/dev/null; do :; done
}

freeze_etcd() { host_enter "$1" systemctl kill --signal=SIGSTOP etcd.service; }
thaw_etcd() { host_enter "$1" systemctl kill --signal=SIGCONT etcd.service; }

# Patroni of one instance alone, as "pkill -9 patroni" does on a host with one instance.
kill_patroni() { # kill_patroni NODE [INSTANCE]
  local pid user
  user=$(host_enter "$1" id -u postgres)
  pid=$(host_enter "$1" runuser -u postgres -- env XDG_RUNTIME_DIR="/run/user/$user" \
    systemctl --user show -p MainPID --value "pglift-patroni@15-${2:-main}.service")
  [ "${pid:-0}" != 0 ] || lab_die "no Patroni of ${2:-main} runs on $1"
  host_enter "$1" kill -9 "$pid"
}

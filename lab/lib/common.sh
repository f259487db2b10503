# shellcheck shell=bash
# Names, addresses and paths of one lab; sourced by "lab" and by what it runs.
# shellcheck disable=SC2034  # used by the scripts that source this file

LAB_DIR=${LAB_DIR:-$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}
LAB_NAME=${LAB_NAME:-lab}
LAB_STATE=${LAB_STATE:-$(dirname "$LAB_DIR")/var/labs/$LAB_NAME}
case $LAB_STATE in /*) ;; *) LAB_STATE=$PWD/$LAB_STATE ;; esac
LAB_NODES=(srv-pg1 srv-pg2 srv-pg3)
LAB_BRIDGE=bl-$LAB_NAME
LAB_CGROUP=/sys/fs/cgroup/unified
[ -d "$LAB_CGROUP" ] || LAB_CGROUP=/sys/fs/cgroup
# The network is chosen once and kept with the lab's state, which wins over LAB_NET.
[ ! -s "$LAB_STATE/net" ] || LAB_NET=$(cat "$LAB_STATE/net")
LAB_NET=${LAB_NET:-}
LAB_VIP=${LAB_NET:-none}.100
export LAB_DIR LAB_NAME LAB_NET LAB_STATE

lab_ip() { # lab_ip NODE: the address of a host
  local node
  for node in "${LAB_NODES[@]}"; do
    [ "$node" != "${1:-}" ] || { echo "$LAB_NET.1${1#srv-pg}"; return; }
  done
  echo "lab: there is no host '${1:-}' (there are: ${LAB_NODES[*]})" >&2
  return 1
}

lab_log() { printf '%(%H:%M:%S)T  %s\n' -1 "$*"; }
lab_die() { echo "lab: $*" >&2; exit 1; }

lab_wait() { # lab_wait SECONDS WHAT COMMAND...: until COMMAND succeeds
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < deadline)) || { echo "lab: gave up waiting for $what" >&2; return 1; }
    sleep 0.2
  done
}

lab_lock() { # one change of a lab at a time; the lock ends with this process
  exec 9>"/run/lock/bascule-lab-$LAB_NAME"
  flock -n 9 || { lab_log "waiting for another command on lab '$LAB_NAME'"; flock 9; }
}

lab_secret() { # lab_secret NAME: the file of a generated password, made when missing
  local file=$LAB_STATE/secrets/$1
  (
    umask 077
    mkdir -p "$LAB_STATE/secrets"
    # made whole or not at all, and only once: side by side, the first one's stands
    [ -s "$file" ] || {
      part=$(mktemp "$file.XXXXXX")
      openssl rand -hex 16 >"$part"
      ln "$part" "$file" 2>/dev/null || true
      rm -f "$part"
    }
  )
  echo "$file"
}

host_dir() { echo "$LAB_STATE/hosts/$1"; }

# shellcheck shell=bash
# A host: namespaces with systemd as PID 1.

host_pid() { # the machine's pid of a host's systemd; fails when it doesn't run
  local pid
  pid=$(cat "$(host_dir "$1")/pid" 2>/dev/null) && [ -n "$pid" ] || return 1
  # not whoever got that number since, another lab's systemd included
  [ "/proc/$pid/ns/net" -ef "/run/netns/$(net_ns "$1")" ] || return 1
  [ "$(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | cut -d' ' -f1)" = /lib/systemd/systemd ] || return 1
  echo "$pid"
}

host_enter() { # host_enter NODE COMMAND...: as root in a host
  local pid
  pid=$(host_pid "$1") || lab_die "$1 does not run; start it: lab start $1"
  shift
  nsenter -t "$pid" -m -u -i -n -p -C --root --wd env -i TERM="${TERM:-dumb}" LANG=C.UTF-8 \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root "$@"
}

host_boot() {
  local node=$1 dir parent
  host_pid "$node" >/dev/null && return 0
  dir=$(host_dir "$node")
  mkdir -p "$dir"/{upper,work,root} "$LAB_CGROUP/bascule-$LAB_NAME/$node"
  chmod 755 "$dir" "$dir/upper"
  : >"$dir/console.log"
  rm -f "$dir/pid"
  net_host_up "$node"
  # The host's processes leave the caller's cgroups, then its namespaces.
  # shellcheck disable=SC2016  # expands in the inner shell
  setsid bash -c '
    echo $$ >"$1/cgroup.procs"
    exec nsenter --net="/run/netns/$2" unshare --mount --pid --uts --ipc --cgroup --fork \
      --kill-child=KILL "$3" "$4" "$5" "$6"' \
    host "$LAB_CGROUP/bascule-$LAB_NAME/$node" "$(net_ns "$node")" "$LAB_DIR/lib/host-init.sh" "$node" \
    "$(lab_image)" "$dir" </dev/null >>"$dir/console.log" 2>&1 9>&- &
  parent=$!
  disown
  # shellcheck disable=SC2016  # expands in the inner shell
  lab_wait 30 "$node's systemd" bash -c '
    pid=$(ps -o pid= --ppid "$1" | tr -d " ") && [ -n "$pid" ] &&
    tr "\0" " " <"/proc/$pid/cmdline" | grep -q ^/lib/systemd/systemd && echo "$pid" >"$2/pid"' \
    wait "$parent" "$dir" || { cat "$dir/console.log" >&2; return 1; }
}

host_ready() { host_enter "$1" systemctl is-active --quiet ssh.service dbus.service; }

host_start() { # host_start NODE: boots it, as a power button does
  net_up
  host_boot "$1"
  lab_wait 60 "$1's services" host_ready "$1"
  ssh_keys_of "$1"
}

host_end() { # host_end NODE [SIGNAL]: without a signal, systemd's own "power off"
  local node=$1 pid
  if pid=$(host_pid "$node"); then
    kill -s "${2:-RTMIN+4}" "$pid"
    lab_wait 60 "$node to stop" bash -c "! kill -0 $pid" || kill -KILL "$pid" 2>/dev/null || true
  fi
  rm -f "$(host_dir "$node")/pid"
  net_host_down "$node"
  find "$LAB_CGROUP/bascule-$LAB_NAME/$node" -depth -type d -exec rmdir {} \; 2>/dev/null || true
}

running_node() { # the first host that runs
  local node
  for node in "${LAB_NODES[@]}"; do
    host_pid "$node" >/dev/null && { echo "$node"; return; }
  done
  return 1
}

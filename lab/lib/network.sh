# shellcheck shell=bash
# The lab's network: a bridge, a network namespace a host, nothing beyond.

net_free() { # net_free NET: nothing on the machine has a route into it (the default route aside)
  ! ip -4 route show table all match "$1.0/24" | grep -qvE '^(default|unreachable default)' &&
    [ -z "$(ip -4 route show table all root "$1.0/24")" ]
}

net_choose() { # picks a free 10.77.N and keeps it
  [ ! -s "$LAB_STATE/net" ] || return 0
  [ -z "$LAB_NET" ] || [[ $LAB_NET =~ ^[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}$ ]] ||
    lab_die "LAB_NET is three numbers, such as 10.78.0"
  (
    flock 9
    if [ -n "$LAB_NET" ]; then
      net_free "$LAB_NET" || lab_die "$LAB_NET.0/24 is in use on this machine; choose another LAB_NET"
    else
      local n
      for n in $(seq 0 254); do
        ! net_free "10.77.$n" || { LAB_NET=10.77.$n; break; }
      done
      [ -n "$LAB_NET" ] || lab_die "no free network is left below 10.77.0.0/16; name one: LAB_NET=10.78.0"
    fi
    ip route replace blackhole "$LAB_NET.0/24" metric 4000
    echo "$LAB_NET" >"$LAB_STATE/net"
  ) 9>/run/lock/bascule-lab-net
  LAB_NET=$(cat "$LAB_STATE/net")
  LAB_VIP=$LAB_NET.100
  export LAB_NET LAB_VIP
}

net_up() {
  # after a restart of the machine, another lab may have taken the network
  ! ip -4 route show exact "$LAB_NET.0/24" | grep -E ' dev ' | grep -qvF " dev $LAB_BRIDGE " ||
    lab_die "$LAB_NET.0/24 belongs to something else by now; begin anew: lab destroy, lab up"
  # No packet for the lab leaves the machine, whether the lab runs or not.
  ip route replace blackhole "$LAB_NET.0/24" metric 4000
  ip link show "$LAB_BRIDGE" >/dev/null 2>&1 || ip link add "$LAB_BRIDGE" type bridge
  ip addr replace "$LAB_NET.1/24" dev "$LAB_BRIDGE"
  ip link set "$LAB_BRIDGE" up
}

net_down() { # net_down [forget]: forget also gives the network back
  ip link del "$LAB_BRIDGE" 2>/dev/null || true
  [ "${1:-}" != forget ] || [ -z "$LAB_NET" ] || ip route del blackhole "$LAB_NET.0/24" metric 4000 2>/dev/null || true
}

net_ns() { echo "bl-$LAB_NAME-$1"; }

net_host_up() {
  local node=$1 ns veth
  ns=$(net_ns "$node")
  veth=$LAB_BRIDGE-${node#srv-pg}
  [ -e "/run/netns/$ns" ] || ip netns add "$ns"
  ip link show "$veth" >/dev/null 2>&1 || {
    ip link add "$veth" type veth peer name eth0 netns "$ns"
    ip link set "$veth" master "$LAB_BRIDGE" up
  }
  ip -n "$ns" link set lo up
  ip -n "$ns" link set eth0 up
  ip -n "$ns" addr replace "$(lab_ip "$node")/24" dev eth0
}

# A namespace outlives its processes with the addresses in it, the virtual one too.
net_host_down() {
  ip link del "$LAB_BRIDGE-${1#srv-pg}" 2>/dev/null || true
  ip netns del "$(net_ns "$1")" 2>/dev/null || true
}

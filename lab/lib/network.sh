# shellcheck shell=bash
# The lab's network: a bridge, a network namespace a host, nothing beyond.

net_choose() { # picks a free 10.77.N and keeps it
  mkdir -p "$LAB_STATE"
  [ ! -s "$LAB_STATE/net" ] || return 0
  (
    flock 9
    if [ -z "$LAB_NET" ]; then
      local n
      for n in $(seq 0 99); do
        [ -n "$(ip -4 route show exact "10.77.$n.0/24" 2>/dev/null)" ] || { LAB_NET=10.77.$n; break; }
      done
      [ -n "$LAB_NET" ] || lab_die "no free network is left below 10.77.0.0/16"
    fi
    ip route replace blackhole "$LAB_NET.0/24" metric 4000
    echo "$LAB_NET" >"$LAB_STATE/net"
  ) 9>/run/lock/bascule-lab-net
  LAB_NET=$(cat "$LAB_STATE/net")
  LAB_VIP=$LAB_NET.100
  export LAB_NET LAB_VIP
}

net_up() {
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

# Silently drops what the host would answer to the machine; hosts still see each other.
net_cut() { ip -n "$(net_ns "$1")" route replace blackhole "$LAB_NET.1/32"; }
net_heal() { ip -n "$(net_ns "$1")" route del blackhole "$LAB_NET.1/32" 2>/dev/null || true; }

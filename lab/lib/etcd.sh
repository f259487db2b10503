# shellcheck shell=bash
# etcd: asking it as root, and who may do what in it.

etcdctl() { # with root's certificate, from the first host that runs
  local node endpoints=
  for node in "${LAB_NODES[@]}"; do endpoints+=https://$(lab_ip "$node"):2379,; done
  node=$(running_node) || lab_die "no host runs"
  # the certificate is lent by file descriptor: it belongs on no host
  host_enter "$node" env ETCDCTL_API=3 etcdctl --endpoints "${endpoints%,}" --dial-timeout 3s \
    --cacert /etc/pki/etcd/ca-cert.pem --cert /dev/fd/7 --key /dev/fd/8 "$@" \
    7<"$LAB_STATE/pki/root-cert.pem" 8<"$LAB_STATE/pki/root-key.pem"
}

# Authentication: the console and the bench are known by their certificates' CN, Patroni
# by name and password. Safe to run again.
etcd_auth() {
  [ ! -e "$LAB_STATE/etcd-auth" ] || return 0
  local password
  password=$(cat "$(lab_secret etcd-patroni)")
  etcd_try user add root --no-password
  etcd_try role add root
  etcd_try user grant-role root root
  etcd_try role add clusters-read
  etcd_try role grant-permission clusters-read --prefix=true read /service/
  etcd_try role add clusters
  etcd_try role grant-permission clusters --prefix=true readwrite /service/
  etcd_try user add console --no-password
  etcd_try user grant-role console clusters-read
  etcd_try user add bench --no-password
  etcd_try user grant-role bench clusters
  # the password comes over standard input, not as an argument
  printf '%s\n' "$password" | etcd_try user add patroni --interactive=false
  etcd_try user grant-role patroni clusters
  etcdctl auth enable >/dev/null
  : >"$LAB_STATE/etcd-auth"
}

etcd_try() { # what is there already is no failure
  local answer
  answer=$(etcdctl "$@" 2>&1) && return
  grep -qE 'already exist|already granted|already has' <<<"$answer" || lab_die "etcdctl $1 $2 $3: $answer"
}

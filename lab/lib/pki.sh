#!/usr/bin/env bash
# The lab's certificate authority and what it signs: one certificate a host (server
# and client use), and the clients' of etcd. Those that come over gRPC are known to
# etcd by their CN (console, bench, root); Patroni comes over etcd's JSON gateway,
# which refuses a certificate with a CN, so its own has none.
# usage: pki.sh: makes what is missing of all that
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=x509.sh
. "$LAB_DIR/lib/x509.sh"
mkdir -p "$LAB_STATE/pki"
cd "$LAB_STATE/pki"
umask 077

issue() { # issue NAME SUBJECT USAGE [SAN]: unless it is there
  [ -e "$1-cert.pem" ] || x509_issue "$1" "$2" "$3" "${4:-}" ca '1 hour ago' '3650 days'
}

x509_authority ca
for node in "${LAB_NODES[@]}"; do
  issue "$node" "/CN=$node" serverAuth,clientAuth "$(x509_host_names "$node")"
done
for client in console bench root; do issue "$client" "/CN=$client" clientAuth; done
issue patroni "/O=Patroni" clientAuth

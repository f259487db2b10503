#!/usr/bin/env bash
# The lab's certificate authority and what it signs: one certificate a host (server
# and client use), and the clients' of etcd. Those that come over gRPC are known to
# etcd by their CN (console, bench, root); Patroni comes over etcd's JSON gateway,
# which refuses a certificate with a CN, so its own has none.
# usage: pki.sh                       what is missing of all that
#        pki.sh issue NAME DAYS USAGE [SAN]   one more, for tests; 0 days: expired already
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
mkdir -p "$LAB_STATE/pki"
cd "$LAB_STATE/pki"
umask 077

authority() { # authority NAME
  [ -e "$1-cert.pem" ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -keyout "$1-key.pem" -out "$1-cert.pem" -days 3650 -subj "/O=Bascule lab/CN=$LAB_NAME $1" \
    -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign,cRLSign" 2>/dev/null
}

issue() { # issue NAME SUBJECT DAYS USAGE [SAN [AUTHORITY]]
  local name=$1 subject=$2 days=$3 usage=$4 san=${5:-} ca=${6:-ca} dates=(-days "$3")
  [ ! -e "$name-cert.pem" ] || return 0
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -keyout "$name-key.pem" -out "$name.csr" -subj "$subject" 2>/dev/null
  {
    echo "basicConstraints=CA:FALSE"
    echo "keyUsage=critical,digitalSignature"
    echo "extendedKeyUsage=$usage"
    [ -z "$san" ] || echo "subjectAltName=$san"
  } >"$name.ext"
  # 0 days: valid for a second, in the past by the time anybody looks
  [ "$days" != 0 ] || dates=(-days -1)
  openssl x509 -req -in "$name.csr" -CA "$ca-cert.pem" -CAkey "$ca-key.pem" -CAcreateserial \
    "${dates[@]}" -extfile "$name.ext" -out "$name-cert.pem" 2>/dev/null
  rm -f "$name.csr" "$name.ext"
}

if [ "${1:-}" = issue ]; then
  issue "$2" "/CN=$2" "$3" "$4" "${5:-}"
  exit
fi
authority ca
for node in "${LAB_NODES[@]}"; do
  issue "$node" "/CN=$node" 3650 serverAuth,clientAuth \
    "DNS:$node,DNS:localhost,IP:$(lab_ip "$node"),IP:127.0.0.1,IP:$LAB_VIP"
done
for client in console bench root; do issue "$client" "/CN=$client" 3650 clientAuth; done
issue patroni "/O=Patroni" 3650 clientAuth

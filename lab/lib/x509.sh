# shellcheck shell=bash
# Authorities and what they sign, in the current directory: NAME-cert.pem and NAME-key.pem
# (EC P-256, PKCS#8). Made whole or not at all.

x509_quietly() { # runs openssl; its chatter is heard only when it fails
  local said
  said=$(openssl "$@" 2>&1) || { echo "lab: openssl $1 failed: $said" >&2; return 1; }
}

x509_key() { x509_quietly genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1-key.pem"; }

x509_authority() { # x509_authority NAME
  [ ! -e "$1-cert.pem" ] || return 0
  x509_key "$1"
  x509_quietly req -x509 -new -key "$1-key.pem" -out "$1-cert.part" -days 3650 \
    -subj "/O=Bascule lab/CN=$LAB_NAME $1" -addext "basicConstraints=critical,CA:TRUE" \
    -addext "keyUsage=critical,keyCertSign,cRLSign"
  mv "$1-cert.part" "$1-cert.pem"
}

# x509_issue NAME SUBJECT USAGE SAN AUTHORITY FROM TO: FROM and TO as date(1) reads them
x509_issue() {
  local name=$1 from to work
  from=$(date -u -d "$6" +%Y%m%d%H%M%SZ)
  to=$(date -u -d "$7" +%Y%m%d%H%M%SZ)
  work=$(mktemp -d)
  x509_key "$name"
  x509_quietly req -new -key "$name-key.pem" -subj "$2" -out "$work/request"
  cat >"$work/config" <<CONF
[ca]
default_ca = lab
[lab]
database = $work/index
new_certs_dir = $work
default_md = sha256
policy = any
x509_extensions = leaf
unique_subject = no
rand_serial = yes
[any]
organizationName = optional
commonName = optional
[leaf]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = $3
${4:+subjectAltName = $4}
CONF
  : >"$work/index"
  x509_quietly ca -batch -notext -config "$work/config" -cert "$5-cert.pem" -keyfile "$5-key.pem" \
    -startdate "$from" -enddate "$to" -in "$work/request" -out "$name-cert.part"
  mv "$name-cert.part" "$name-cert.pem"
  rm -rf "$work"
}

x509_host_names() { # x509_host_names NODE: as what a host is reached
  echo "DNS:$1,DNS:localhost,IP:$(lab_ip "$1"),IP:127.0.0.1,IP:$LAB_VIP"
}

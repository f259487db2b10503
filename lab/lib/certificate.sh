#!/usr/bin/env bash
# One more certificate, good or bad, for tests. usage: lab certificate --help
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=x509.sh
. "$LAB_DIR/lib/x509.sh"

name=${1:-}
[[ $name =~ ^[a-z][a-z0-9-]{0,40}$ ]] || lab_die "a certificate's name is a letter, then letters, digits, hyphens"
shift
[ -z "$(awk -v n="$name" -v all="ca console bench root patroni ${LAB_NODES[*]}" \
  'BEGIN {split(all, a, " "); for (i in a) if (a[i] == n) print n}')" ] ||
  lab_die "$name is the lab's own; choose another name"

subject=/CN=$name usage=clientAuth san='' authority=ca from='1 hour ago' to='30 days'
while [ $# -gt 0 ]; do
  case $1 in --cn | --server | --san | --valid | --ca) [ $# -gt 1 ] || lab_die "$1 needs a value" ;; esac
  case $1 in
    --cn) subject=/CN=$2; shift ;;
    --no-cn) subject=/O=Bascule\ lab ;;
    --server) usage=serverAuth,clientAuth san=$(x509_host_names "$2") || exit 2; shift ;;
    --san) san=$2; shift ;;
    --valid) to=$2; shift ;;
    --expired) from='2 days ago' to='1 day ago' ;;
    --not-yet) from='1 day' to='2 days' ;;
    --ca) authority=$2; shift ;;
    *) lab_die "lab certificate has no option '$1' (lab certificate --help)" ;;
  esac
  shift
done
[[ $authority =~ ^(ca|other-[a-z0-9-]{1,30})$ ]] || lab_die "another authority is called other-SOMETHING"
date -u -d "$to" >/dev/null 2>&1 || lab_die "'$to' is no time; for example --valid '90 seconds'"

mkdir -p "$LAB_STATE/pki"
cd "$LAB_STATE/pki"
umask 077
x509_authority "$authority"
x509_issue "$name" "$subject" "$usage" "$san" "$authority" "$from" "$to"
echo "$PWD/$name-cert.pem"
echo "$PWD/$name-key.pem"

#!/usr/bin/env bash
# Every test there is, from nothing: unit tests, page tests, real parts, the lab.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'USAGE'
usage: ./bascule test [--quick] [MAVEN OPTION...]
  Installs what the tests need (Chromium, PostgreSQL, etcd, sshd: real ones), brings
  a lab of their own up, and runs every test. Needs root, because of the lab.
    --quick    without the lab and its scenarios, and without the container image
USAGE
}

quick=
case ${1:-} in
  -h | --help) usage; exit 0 ;;
  --quick) quick=yes; shift ;;
esac

export LAB_NAME=${BASCULE_TEST_LAB:-test}
LOG=$BASCULE_HOME/target/log
lab() { "$BASCULE_HOME/lab/lab" "$@"; }

check_shell() {
  say "shell scripts (shellcheck)"
  cd "$BASCULE_HOME"
  local files
  mapfile -t files < <(git ls-files -- bascule .ci/run 'scripts/*.sh' 'lab/*' | xargs grep -lE '^(#!.*bash|# shellcheck shell=bash)')
  shellcheck -x "${files[@]}"
}

lab_up() { lab destroy && lab up && lab deploy && lab env >"$LOG/lab.env.part" && mv "$LOG/lab.env.part" "$LOG/lab.env"; }

finish() {
  [ -n "$quick" ] || [ -n "${BASCULE_KEEP_LAB:-}" ] || lab destroy >>"$LOG/lab.log" 2>&1 || true
}

find_jdk
need maven=mvn shellcheck=shellcheck git=git
need chromium=/usr/bin/chromium fonts-dejavu-core=/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf \
  postgresql=/usr/lib/postgresql/15/bin/postgres etcd-server=/usr/bin/etcd etcd-client=/usr/bin/etcdctl \
  openssh-server=/usr/sbin/sshd openssh-client=ssh openssl=openssl curl=curl iproute2=ip procps=ps
mkdir -p "$LOG"
check_shell
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
options=()
if [ -z "$quick" ]; then
  is_root || die "the lab's hosts need root" "Run it as root, or leave the lab out: ./bascule test --quick"
  rm -f "$LOG/lab.env"
  trap finish EXIT
  say "bringing a lab up for the scenarios (beside the build; log: target/log/lab.log)"
  lab_up >"$LOG/lab.log" 2>&1 || { tail -n 20 "$LOG/lab.log" >&2; touch "$LOG/lab.failed"; } &
  options+=("-Dbascule.lab=$LOG/lab.env" -Plab)
fi
say "Maven: compile, test, verify"
maven verify "${options[@]}" "$@"
[ -n "$quick" ] || "$BASCULE_HOME/scripts/check-image.sh"
say "every test passed"

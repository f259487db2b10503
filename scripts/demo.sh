#!/usr/bin/env bash
# A whole small world: three hosts, a PostgreSQL cluster, and the console on it.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=demo-files.sh
. "$(dirname "${BASH_SOURCE[0]}")/demo-files.sh"

usage() {
  cat <<'USAGE'
usage: ./bascule demo [--stop | --reset]
  Brings up three hosts (srv-pg1..3) with etcd, Patroni, pglift and PostgreSQL,
  deploys maincluster on them, and starts the console on http://localhost:8080 with
  that inventory and the people viewer, dba, approver, manager and admin.
  Passwords are generated and kept in var/demo/credentials.env. Needs root.
    --stop    ends the console and shuts the hosts down; keeps their data
    --reset   deletes all of it and starts over
    BASCULE_PORT=PORT   the console's port (8080)
USAGE
}

DEMO=$BASCULE_HOME/var/demo
PORT=${BASCULE_PORT:-8080}
URL=http://localhost:$PORT
export LAB_NAME=${BASCULE_DEMO_LAB:-demo}
lab() { "$BASCULE_HOME/lab/lab" "$@"; }

step() { # step WHAT ADVICE COMMAND...: runs a step, its output kept in a log
  local what=$1 advice=$2 log=$DEMO/log/${1// /-}.log
  shift 2
  say "$what"
  "$@" >"$log" 2>&1 && return
  tail -n 15 "$log" >&2
  die "'$what' failed (all of its output: ${log#"$BASCULE_HOME"/})" "$advice"
}

console_pid() { # the running console's pid, if it is ours
  local pid
  pid=$(cat "$DEMO/console.pid" 2>/dev/null) && [ -n "$pid" ] &&
    tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q 'bascule\.jar' && echo "$pid"
}

healthy() { curl -fsS --max-time 2 "$URL/actuator/health" | grep -q '"UP"'; }

stop_console() {
  local pid
  pid=$(console_pid) || return 0
  say "ending the console"
  kill "$pid"
  await 30 "the console to end" bash -c "! kill -0 $pid" || kill -KILL "$pid"
  rm -f "$DEMO/console.pid"
}

start_console() {
  # shellcheck source=java-flags.sh
  . "$BASCULE_HOME/scripts/java-flags.sh"
  ! curl -s -o /dev/null --max-time 2 "$URL" ||
    die "something else answers on port $PORT" "End it, or choose another port: BASCULE_PORT=8090 ./bascule demo"
  (
    cd "$BASCULE_APP"
    export BASCULE_DATA=$DEMO/data BASCULE_BOOTSTRAP_PEOPLE=$DEMO/people.yaml BASCULE_BOOTSTRAP_INVENTORY=$DEMO/inventory.yaml
    exec setsid "$JAVA_HOME/bin/java" -XX:AOTCache=bascule.aot "${BASCULE_JAVA_FLAGS[@]}" -jar bascule.jar \
      --server.port="$PORT" </dev/null >"$DEMO/log/console.log" 2>&1
  ) &
  echo $! >"$DEMO/console.pid"
  disown
  await 60 "the console" healthy || {
    tail -n 20 "$DEMO/log/console.log" >&2
    die "the console did not start" "See var/demo/log/console.log."
  }
}

demo_up() {
  is_root || die "the demo's hosts need root" "Run it as root: sudo ./bascule demo"
  umask 077
  mkdir -p "$DEMO/log" "$DEMO/data"
  find_jdk
  need maven=mvn curl=curl openssl=openssl iproute2=ip procps=ps openssh-client=ssh
  # The hosts come up while Maven builds: each keeps one of two cores busy.
  say "starting the lab's hosts (beside the build; the first time takes a few minutes)"
  { lab up && lab deploy; } >"$DEMO/log/lab.log" 2>&1 &
  local lab_pid=$!
  step "building the console" "Mend what the lines above say, then run ./bascule demo again." "$BASCULE_HOME/scripts/build.sh"
  say "waiting for the lab and maincluster"
  wait "$lab_pid" || { tail -n 15 "$DEMO/log/lab.log" >&2; die "the lab did not come up (var/demo/log/lab.log)" "Run ./bascule demo again; if it fails the same way: ./bascule demo --reset"; }
  write_credentials
  write_people
  write_inventory
  if console_pid >/dev/null && healthy; then
    say "the console runs already"
  else
    stop_console
    say "starting the console"
    start_console
  fi
  await 30 "the console's SSH key" test -s "$DEMO/data/console.pub" || die "the console made no SSH key" "See var/demo/log/console.log."
  step "installing the console's SSH key on the hosts" "Are the hosts up? ./bascule lab status" lab authorize "$DEMO/data/console.pub"
  cat <<READY

  Bascule runs:   $URL
  Sign in as      viewer, dba, approver, manager or admin
  Passwords:      var/demo/credentials.env   (BASCULE_PASSWORD_DBA, …)
  The lab:        LAB_NAME=$LAB_NAME ./bascule lab status | kill srv-pg1 | start srv-pg1
  To end it:      ./bascule demo --stop
READY
}

case ${1:-} in
  '') demo_up ;;
  --stop)
    stop_console
    lab down
    ;;
  --reset)
    stop_console
    lab destroy
    rm -rf "$DEMO"
    demo_up
    ;;
  -h | --help) usage ;;
  *) usage >&2; exit 2 ;;
esac

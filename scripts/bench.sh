#!/usr/bin/env bash
# Measures, on the real lab and in a real browser, how soon pages show what happens.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=demo-files.sh
. "$(dirname "${BASH_SOURCE[0]}")/demo-files.sh"

usage() {
  cat <<'USAGE'
usage: ./bascule bench leader [OPTION...]
       ./bascule bench start [--runs N]
  leader   from a leader change in etcd to the DOM of open pages, beside patronictl list -w 1
           and -W; five real switchovers; the same with 1,000 clusters, 100 changes a second
           and 20 tabs. Writes clusters of its own into the etcd of a lab, and takes them away
           again: it refuses everything that isn't a lab. About 15 minutes.
    --quick              20 changes, 1 switchover, 100 clusters, 4 tabs: about 3 minutes
    --only PART          small, switchovers or large alone
    --changes N, --switchovers N, --clusters N, --rate N, --tabs N
    --leaders-each N     of the changes over the large fleet each N-th is another leader (10)
  start    from exec until /actuator/health says UP, on a new data directory and again
    --runs N             how often (5)
  Results: target/bench/*.json, with raw figures, machine, versions and load.
    BASCULE_BENCH_LAB=NAME   the lab (bench); made and destroyed again if it isn't there
    BASCULE_PORT=PORT        the console's port (8099)
USAGE
}

what=${1:-}
case $what in
  leader | start) shift ;;
  -h | --help) usage; exit 0 ;;
  *) usage >&2; exit 2 ;;
esac
case " $* " in *" --help "* | *" -h "*) usage; exit 0 ;; esac

BENCH=$BASCULE_HOME/target/bench
DEMO=$BENCH/console # where demo-files.sh writes
PORT=${BASCULE_PORT:-8099}
URL=http://localhost:$PORT
RESULT=$BENCH/$what-$(date -u +%Y%m%dT%H%M%SZ).json
export LAB_NAME=${BASCULE_BENCH_LAB:-bench}
console_pid=
own_lab=
lab() { "$BASCULE_HOME/lab/lab" "$@"; }

finish() {
  trap '' INT TERM
  if [ -n "$console_pid" ]; then
    kill "$console_pid" 2>/dev/null || true
    await 20 "the console to end" bash -c "! kill -0 $console_pid" || kill -KILL "$console_pid"
  fi
  if [ -n "$own_lab" ]; then
    say "taking the lab '$LAB_NAME' down again"
    lab destroy >>"$BENCH/lab.log" 2>&1 || true
  fi
}

# The classes of the tests and all they need, kept until the pom changes.
class_path() {
  local file=$BENCH/class-path
  if [ ! -s "$file" ] || [ "$BASCULE_HOME/pom.xml" -nt "$file" ]; then
    maven -q dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$file" >"$BENCH/class-path.log" 2>&1 ||
      { tail -n 10 "$BENCH/class-path.log" >&2; die "Maven could not name the libraries" "See target/bench/class-path.log."; }
  fi
  echo "$BASCULE_HOME/target/test-classes:$BASCULE_HOME/target/classes:$(cat "$file")"
}

compile() {
  say "compiling the bench"
  maven -q -Plight test-compile >"$BENCH/compile.log" 2>&1 ||
    { grep ERROR "$BENCH/compile.log" | head -n 10 >&2; die "the bench does not compile" "See target/bench/compile.log."; }
}

java_main() { # java_main CLASS ARGUMENT...
  "$JAVA_HOME/bin/java" -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$(class_path)" "$@"
}

lab_up() {
  is_root || die "the lab's hosts need root" "Run it as root: sudo ./bascule bench leader"
  if ! lab status 2>/dev/null | grep -q 'maincluster'; then
    say "bringing the lab '$LAB_NAME' up (log: target/bench/lab.log)"
    own_lab=yes
    { lab up && lab deploy; } >"$BENCH/lab.log" 2>&1 ||
      { tail -n 15 "$BENCH/lab.log" >&2; die "the lab did not come up" "See target/bench/lab.log."; }
  fi
  lab env >"$BENCH/lab.env"
}

healthy() { curl -fsS --max-time 2 "$URL/actuator/health" | grep -q '"UP"'; }

console_up() {
  ! curl -s -o /dev/null --max-time 2 "$URL" || die "something else answers on port $PORT" "Choose another one: BASCULE_PORT=8098"
  rm -rf "$DEMO"
  (umask 077; mkdir -p "$DEMO/data"; write_credentials; write_people; write_inventory)
  say "starting the console"
  (
    cd "$BASCULE_APP"
    export BASCULE_DATA=$DEMO/data BASCULE_BOOTSTRAP_PEOPLE=$DEMO/people.yaml BASCULE_BOOTSTRAP_INVENTORY=$DEMO/inventory.yaml
    exec setsid "$JAVA_HOME/bin/java" -XX:AOTCache=bascule.aot "${BASCULE_JAVA_FLAGS[@]}" -jar bascule.jar \
      --server.port="$PORT" </dev/null >"$DEMO/console.log" 2>&1
  ) &
  console_pid=$!
  await 60 "the console" healthy || { tail -n 20 "$DEMO/console.log" >&2; die "the console did not start"; }
}

find_jdk
find_maven
need curl=curl openssl=openssl
# shellcheck source=java-flags.sh
. "$BASCULE_HOME/scripts/java-flags.sh"
mkdir -p "$BENCH"
trap finish EXIT
"$BASCULE_HOME/scripts/build.sh"
compile
case $what in
  leader)
    need chromium=/usr/bin/chromium
    lab_up
    console_up
    java_main dev.bascule.bench.LeaderBench "$BENCH/lab.env" "$console_pid" "$DEMO/credentials.env" "$RESULT" "$@"
    ;;
  start)
    java_main dev.bascule.bench.StartBench "$RESULT" "$PORT" "$@" -- \
      "$JAVA_HOME/bin/java" -XX:AOTCache=bascule.aot "${BASCULE_JAVA_FLAGS[@]}" -jar bascule.jar
    ;;
esac
say "all of it: ${RESULT#"$BASCULE_HOME"/}"

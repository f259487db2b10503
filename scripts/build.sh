#!/usr/bin/env bash
# Builds the console: jar, unpacked beside its libraries, with an AOT cache.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'USAGE'
usage: ./bascule build [--force]
  Builds target/bascule.jar, unpacks it to target/app and records a start-up (AOT)
  cache there, so that the console starts in seconds. Does nothing when what
  it is built from has not changed; --force builds all the same.
USAGE
}

force=
case ${1:-} in
  '') ;;
  --force) force=yes ;;
  -h | --help) usage; exit 0 ;;
  *) usage >&2; exit 2 ;;
esac

# What the build depends on, as one digest.
inputs() {
  cd "$BASCULE_HOME"
  {
    find pom.xml src/main frontend db-migrations scripts/build.sh scripts/train.sh scripts/java-flags.sh -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
    "$JAVA_HOME/bin/java" -version 2>&1
  } | sha256sum | cut -d' ' -f1
}

train() {
  "$BASCULE_HOME/scripts/train.sh" "$BASCULE_APP" "$JAVA_HOME/bin/java" "${BASCULE_JAVA_FLAGS[@]}" >"$BASCULE_HOME/target/aot.log" 2>&1 ||
    { tail -n 20 "$BASCULE_HOME/target/aot.log" >&2; die "the start-up cache could not be recorded" "See target/aot.log."; }
}

find_jdk
find_maven
# shellcheck source=java-flags.sh
. "$BASCULE_HOME/scripts/java-flags.sh"
stamp=$(inputs)
if [ -z "$force" ] && [ "$(cat "$BASCULE_APP/stamp" 2>/dev/null)" = "$stamp" ]; then
  say "the console is built already"
  exit 0
fi
say "building the console (Maven)"
log=$BASCULE_HOME/target/build.log
mkdir -p "$BASCULE_HOME/target"
maven -q package -DskipTests -Dspotless.check.skip=true >"$log" 2>&1 ||
  { grep -E 'ERROR|FAIL' "$log" | head -n 20 >&2; die "the build failed" "See $log."; }
rm -rf "$BASCULE_APP"
"$JAVA_HOME/bin/java" -Djarmode=tools -jar "$BASCULE_HOME/target/bascule.jar" extract --destination "$BASCULE_APP" >/dev/null
say "recording the start-up cache"
train
echo "$stamp" >"$BASCULE_APP/stamp"
say "built: target/app/bascule.jar"

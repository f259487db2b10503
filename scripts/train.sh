#!/usr/bin/env bash
# Records the console's start-up (AOT) cache, bascule.aot, in the directory of its unpacked jar:
# starts the whole console on a throw-away data directory, asks for its first pages, ends it.
# Runs on the build machine and in the image's build, so it needs bash alone.
# usage: train.sh DIRECTORY JAVA [JVM FLAG...]
set -euo pipefail
case ${1:-} in '' | -h | --help) sed -n '2,5s/^# //p' "$0"; exit 0 ;; esac

cd "$1"
java=$2
shift 2
scratch=$(mktemp -d)
console=
finish() {
  [ -z "$console" ] || kill -KILL "$console" 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

BASCULE_DATA=$scratch/data "$java" -XX:AOTCacheOutput=bascule.aot "$@" -jar bascule.jar \
  --server.port=0 --server.address=127.0.0.1 --spring.main.banner-mode=off >"$scratch/log" 2>&1 &
console=$!

port() { sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$scratch/log" | head -n 1; }

ask() { # ask PATH: what it answers
  exec 3<>"/dev/tcp/127.0.0.1/$(port)" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nAccept: text/html, */*;q=0.8\r\nConnection: close\r\n\r\n' "$1" >&3
  timeout 20 cat <&3
  exec 3>&-
}

deadline=$((SECONDS + 180))
healthy() { [ -n "$(port)" ] && [[ $(ask /actuator/health 2>/dev/null) == *'"UP"'* ]]; }
until healthy; do
  if ! kill -0 "$console" 2>/dev/null || ((SECONDS > deadline)); then
    cat "$scratch/log" >&2
    exit 1
  fi
  sleep 0.3
done
for path in /login '/login?v-r=init&location=login&query=' /setup /fleet /api/v1/clusters; do ask "$path" >/dev/null; done
kill "$console"
wait "$console" || true # ended by a signal; the cache is written on the way out
console=
[ -s bascule.aot ] || { cat "$scratch/log" >&2; exit 1; }

#!/usr/bin/env bash
# Inserts one row after another and appends the time (nanoseconds since 1970) at which
# each was acknowledged to FILE; connects again, to whichever host takes writes, when
# cut. libpq's own variables say where. usage: writer.sh FILE
set -uo pipefail
file=${1:?usage: writer.sh FILE}
export LC_ALL=C PGCONNECT_TIMEOUT=2 PGTARGETSESSIONATTRS=read-write
exec {never}<> <(:)
nap() { read -rt "$1" -u "$never" || :; }

statements() {
  while echo "insert into ticks default values returning 1;" 2>/dev/null; do nap 0.01; done
}
while :; do
  statements | psql -XAtq -v ON_ERROR_STOP=1 2>/dev/null |
    while read -r _; do echo "${EPOCHREALTIME/./}000"; done >>"$file"
  nap 0.02
done

#!/usr/bin/env bash
# Checks the audit log's chain from the command line.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'USAGE'
usage: ./bascule verify
  Walks the audit log's chain and names the first entry that does not fit.
  Exit status: 0 the chain holds, 1 it does not, 2 it could not be read.
    BASCULE_DATA=DIR           where the embedded database is kept
    BASCULE_DB_URL, BASCULE_DB_USER, BASCULE_DB_PASSWORD
                               PostgreSQL instead of the embedded database
USAGE
}
case ${1:-} in -h | --help) usage; exit 0 ;; esac

"$BASCULE_HOME/scripts/build.sh" >&2
find_jdk
# shellcheck source=java-flags.sh
. "$BASCULE_HOME/scripts/java-flags.sh"
export BASCULE_DATA=${BASCULE_DATA:-$BASCULE_HOME/var/data}
cd "$BASCULE_APP"
exec "$JAVA_HOME/bin/java" "${BASCULE_JAVA_FLAGS[@]}" -jar bascule.jar verify "$@"

#!/usr/bin/env bash
# Starts the console alone, in the foreground.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'USAGE'
usage: ./bascule run [SPRING OPTION...]
  Starts the console on http://localhost:8080 with its embedded database (H2) in
  var/data; ends with Ctrl-C. The first start prints a one-time code which opens
  the page where the first administrator is made.
    --server.port=PORT         another port
    BASCULE_DATA=DIR           where the database and the keys are kept
    BASCULE_DB_URL, BASCULE_DB_USER, BASCULE_DB_PASSWORD
                               PostgreSQL instead of the embedded database
USAGE
}
case ${1:-} in -h | --help) usage; exit 0 ;; esac

"$BASCULE_HOME/scripts/build.sh"
find_jdk
# shellcheck source=java-flags.sh
. "$BASCULE_HOME/scripts/java-flags.sh"
export BASCULE_DATA=${BASCULE_DATA:-$BASCULE_HOME/var/data}
mkdir -p "$BASCULE_DATA"
chmod 700 "$BASCULE_DATA"
cd "$BASCULE_APP"
exec "$JAVA_HOME/bin/java" -XX:AOTCache=bascule.aot "${BASCULE_JAVA_FLAGS[@]}" -jar bascule.jar "$@"

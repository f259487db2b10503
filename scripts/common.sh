# shellcheck shell=bash
# What the launcher's verbs share: messages, the JDK, packages. Sourced.
: "${BASCULE_HOME:=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)}"
export BASCULE_HOME
export BASCULE_APP=$BASCULE_HOME/target/app

say() { printf '%(%H:%M:%S)T  %s\n' -1 "$*"; }
die() { # die WHAT [WHAT TO DO]
  printf 'bascule: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '         %s\n' "${@:2}" >&2
  exit 1
}

is_root() { [ "$(id -u)" = 0 ]; }

# Runs apt-get without letting a new package's service start by itself.
apt_install() { # apt_install PACKAGE...
  is_root || die "these packages are missing: $*" "Install them as root: apt-get install $*"
  local policy=/usr/sbin/policy-rc.d mine=
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    mine=$policy
  fi
  local rc=0 log
  log=$(mktemp)
  {
    DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@" ||
      { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"; }
  } >"$log" 2>&1 || rc=$?
  [ -z "$mine" ] || rm -f "$mine"
  if [ "$rc" != 0 ]; then
    tail -n 15 "$log" >&2
    rm -f "$log"
    die "apt-get could not install: $*" "The lines above say why; mend it and run the same command again."
  fi
  rm -f "$log"
}

# need PACKAGE=COMMAND_OR_FILE...: installs the packages whose command or file is missing.
need() {
  local pair missing=()
  for pair in "$@"; do
    case ${pair#*=} in
      /*) [ -e "${pair#*=}" ] || missing+=("${pair%%=*}") ;;
      *) command -v "${pair#*=}" >/dev/null || missing+=("${pair%%=*}") ;;
    esac
  done
  [ ${#missing[@]} -eq 0 ] || { say "installing: ${missing[*]}"; apt_install "${missing[@]}"; }
}

java_major() { "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p'; }

# Sets JAVA_HOME to a JDK 25, installing the distribution's own when it has one.
find_jdk() {
  local dir
  for dir in "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
    if [ -z "$dir" ] || [ ! -x "$dir/bin/javac" ] || [ "$(java_major "$dir")" != 25 ]; then continue; fi
    export JAVA_HOME=$dir PATH=$dir/bin:$PATH
    return
  done
  if is_root && [ -z "${1:-}" ] && apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1; then
    say "installing: openjdk-25-jdk-headless"
    apt_install openjdk-25-jdk-headless
    find_jdk again
    return
  fi
  die "no JDK 25 was found (looked at JAVA_HOME and /usr/lib/jvm/*25*)" \
    "This distribution has no package for it. Install Eclipse Temurin 25 (package temurin-25-jdk," \
    "from the Adoptium project's own Debian repository, see https://adoptium.net/installation/linux)" \
    "or unpack any JDK 25 under /usr/lib/jvm/jdk-25, then run the same command again."
}

find_maven() { need maven=mvn; }

maven() { # Maven, on the JDK found, without a terminal's colours
  MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
    mvn -B -ntp -f "$BASCULE_HOME/pom.xml" "$@"
}

await() { # await SECONDS WHAT COMMAND...: until COMMAND succeeds
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < deadline)) || { echo "bascule: gave up waiting for $what" >&2; return 1; }
    sleep 0.2
  done
}

#!/usr/bin/env bash
# Checks what is deployed with containers where no engine runs: the compose file
# against the compose schema, and the Dockerfile by building it (buildah, chroot
# isolation) on a base made here, then starting the console from the image.
set -euo pipefail
# shellcheck source=common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
case ${1:-} in -h | --help) sed -n '2,4s/^# //p' "$0"; exit 0 ;; esac

WORK=$BASCULE_HOME/target/image
STORE=(--root "$WORK/store" --runroot "$WORK/run" --storage-driver vfs)
PORT=${BASCULE_IMAGE_PORT:-18098}
LOG=$WORK/build.log

is_root || die "building the image needs root here"
find_jdk
need docker-compose=docker-compose buildah=buildah mmdebstrap=mmdebstrap curl=curl
"$BASCULE_HOME/scripts/build.sh"
rm -rf --one-file-system "$WORK"
mkdir -p "$WORK"

say "compose file against the compose schema"
(cd "$BASCULE_HOME" && docker-compose -f docker-compose.yml config -q)

# A base with a JDK 25 at the place where the public image has one, made of this
# machine's own: nothing is pulled.
say "a base image"
sources=/etc/apt/sources.list.d/debian.sources
[ -e "$sources" ] || sources=/etc/apt/sources.list
mmdebstrap --quiet --variant=minbase --mode=root --skip=check/qemu \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
  --dpkgopt='path-exclude=/usr/share/locale/*' bookworm "$WORK/rootfs" "$sources" >"$LOG" 2>&1 ||
  { tail "$LOG" >&2; die "the base could not be made" "See $LOG."; }
mkdir -p "$WORK/rootfs/opt/java"
cp -rL "$JAVA_HOME" "$WORK/rootfs/opt/java/openjdk" 2>>"$LOG" || true
[ -x "$WORK/rootfs/opt/java/openjdk/bin/java" ] || die "the JDK could not be copied" "See $LOG."
rm -rf "$WORK/rootfs/opt/java/openjdk/jmods" "$WORK/rootfs/opt/java/openjdk/lib/src.zip"
base=$(buildah "${STORE[@]}" from scratch)
buildah "${STORE[@]}" add -q "$base" "$WORK/rootfs" / >>"$LOG"
buildah "${STORE[@]}" config --env PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$base"
buildah "${STORE[@]}" commit -q "$base" bascule-java >>"$LOG"
rm -rf --one-file-system "$WORK/rootfs"

say "the image, from the Dockerfile"
buildah "${STORE[@]}" build -q --isolation chroot --network host --pull-never \
  --build-arg JAVA_IMAGE=localhost/bascule-java -t bascule "$BASCULE_HOME" >>"$LOG" 2>&1 ||
  { tail -n 20 "$LOG" >&2; die "the image does not build" "See $LOG."; }

say "the console, from the image"
container=$(buildah "${STORE[@]}" from --pull-never localhost/bascule)
mkdir -p "$WORK/logs"
setsid buildah "${STORE[@]}" run --isolation chroot --network host --user bascule "$container" -- \
  /bin/sh -c "exec java -XX:AOTCache=bascule.aot \${JAVA_FLAGS} -jar bascule.jar --server.port=$PORT" \
  </dev/null >"$WORK/logs/console.log" 2>&1 &
group=$!
stop() { kill -TERM -- "-$group" 2>/dev/null || true; }
trap stop EXIT
await 60 "the console from the image" bash -c "curl -fsS --max-time 2 http://localhost:$PORT/actuator/health | grep -q '\"UP\"'" ||
  { tail -n 20 "$WORK/logs/console.log" >&2; die "the image's console does not start"; }
stop
trap - EXIT
wait "$group" 2>/dev/null || true
rm -rf --one-file-system "$WORK"
say "container files checked: schema, build, start"

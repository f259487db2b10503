#!/usr/bin/env bash
# Becomes PID 1 of one host: runs inside its new namespaces, puts the host's root
# together (the image below, the host's own changes above) and hands over to systemd.
# usage: host-init.sh NAME IMAGE STATE_DIR
set -euo pipefail
name=$1 image=$2 dir=$3
root=$dir/root

mount --make-rprivate /
hostname "$name"
mount -t overlay "lab-$name" -o "lowerdir=$image,upperdir=$dir/upper,workdir=$dir/work" "$root"
[ -e "$root/etc/lab-provisioned" ] || "$(dirname "${BASH_SOURCE[0]}")/provision.sh" "$name" "$root"

mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs "$root/sys"
mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 "$root/sys/fs/cgroup"
# The machine's kernel stays out of the host's reach; network settings are its own.
mount --bind "$root/proc/sys" "$root/proc/sys"
mount --bind "$root/proc/sys/net" "$root/proc/sys/net"
mount -o remount,bind,ro "$root/proc/sys"

mount -t tmpfs -o mode=755,nosuid tmpfs "$root/dev"
while read -r device major minor; do
  mknod -m 666 "$root/dev/$device" c "$major" "$minor"
done <<'DEVICES'
null 1 3
zero 1 5
full 1 7
random 1 8
urandom 1 9
tty 5 0
DEVICES
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$root/dev/shm"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
for n in 0:stdin 1:stdout 2:stderr; do ln -s "/proc/self/fd/${n%%:*}" "$root/dev/${n#*:}"; done
: >"$root/dev/console"
mount --bind "$dir/console.log" "$root/dev/console"
mount -t tmpfs -o mode=755,nosuid,nodev tmpfs "$root/run"

mkdir -p "$root/.old"
cd "$root"
pivot_root . .old
umount -l /.old
rmdir /.old 2>/dev/null || true
exec env -i container=lab PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  /lib/systemd/systemd --system --unit=multi-user.target --show-status=0 \
  </dev/null >/dev/console 2>&1

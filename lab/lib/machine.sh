# shellcheck shell=bash
# What the lab needs of the machine that it stands on.

machine_check() { # installs the packages that are missing; names what no package mends
  local pair missing=()
  for pair in mmdebstrap=mmdebstrap iproute2=ip openssh-client=ssh-keygen openssl=openssl procps=ps; do
    command -v "${pair#*=}" >/dev/null || missing+=("${pair%%=*}")
  done
  [ -s /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
  if [ ${#missing[@]} -gt 0 ]; then
    command -v apt-get >/dev/null || lab_die "needs ${missing[*]}; install them, then run this again"
    lab_log "installing ${missing[*]}"
    apt-get -o DPkg::Lock::Timeout=300 update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -qy \
      --no-install-recommends "${missing[@]}" >/dev/null
  fi
  grep -qw overlay /proc/filesystems || modprobe overlay 2>/dev/null || lab_die "this kernel has no overlayfs"
  [ -e "$LAB_CGROUP/cgroup.procs" ] || lab_die "no cgroup2 file system is mounted at $LAB_CGROUP"
}

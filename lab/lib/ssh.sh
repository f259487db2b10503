# shellcheck shell=bash
# Logging in to the hosts from the machine.

ssh_setup() {
  mkdir -p "$LAB_STATE/ssh"
  chmod 700 "$LAB_STATE/ssh"
  [ -e "$LAB_STATE/ssh/id_ed25519" ] ||
    ssh-keygen -q -t ed25519 -N '' -C "lab $LAB_NAME" -f "$LAB_STATE/ssh/id_ed25519"
  local node
  {
    for node in "${LAB_NODES[@]}"; do printf 'Host %s\n  HostName %s\n' "$node" "$(lab_ip "$node")"; done
    cat <<CONF
Host *
  User postgres
  IdentityFile $LAB_STATE/ssh/id_ed25519
  IdentitiesOnly yes
  UserKnownHostsFile $LAB_STATE/ssh/known_hosts
  StrictHostKeyChecking yes
  HashKnownHosts no
  BatchMode yes
  ConnectTimeout 10
  LogLevel ERROR
CONF
  } >"$LAB_STATE/ssh/config"
}

ssh_known_hosts() { # as provisioning made them, not as the network says
  local node key
  for node in "${LAB_NODES[@]}"; do
    for key in "$(host_dir "$node")"/upper/etc/ssh/ssh_host_*_key.pub; do
      [ ! -e "$key" ] || printf '%s,%s %s\n' "$node" "$(lab_ip "$node")" "$(cut -d' ' -f1,2 "$key")"
    done
  done >"$LAB_STATE/ssh/known_hosts.part"
  mv "$LAB_STATE/ssh/known_hosts.part" "$LAB_STATE/ssh/known_hosts"
}

lab_ssh() { # lab_ssh NODE COMMAND...
  local node=$1
  shift
  ssh -F "$LAB_STATE/ssh/config" -o User="${LAB_USER:-postgres}" "$node" "$@"
}

ssh_authorize() { # ssh_authorize FILE: a public key may log in as postgres and dba on every host
  local key node
  [ -r "$1" ] || lab_die "cannot read $1"
  key=$(grep -m1 -E '^(ssh-ed25519|ecdsa-sha2-nistp256|ssh-rsa) [A-Za-z0-9+/=]+( |$)' "$1") ||
    lab_die "$1 holds no OpenSSH public key"
  grep -qsxF "$key" "$LAB_STATE/ssh/authorized_keys" || echo "$key" >>"$LAB_STATE/ssh/authorized_keys"
  for node in "${LAB_NODES[@]}"; do
    ! host_pid "$node" >/dev/null || ssh_keys_of "$node"
  done
}

ssh_keys_of() { # ssh_keys_of NODE: a host that was down learns at its start
  [ -s "$LAB_STATE/ssh/authorized_keys" ] || return 0
  # shellcheck disable=SC2016  # expands in the host's shell
  host_enter "$1" bash -c '
    keys=$(cat)
    for user in postgres dba; do
      file=$(getent passwd "$user" | cut -d: -f6)/.ssh/authorized_keys
      while read -r key; do
        grep -qxF "$key" "$file" || echo "$key" >>"$file"
      done <<<"$keys"
    done' <"$LAB_STATE/ssh/authorized_keys"
}

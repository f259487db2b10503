#!/usr/bin/env bash
# Brings two throw-away labs up, one of them bare, and sees each promise of the README
# kept: who may do what in etcd, switchover, plug pulled, silence, lost quorum, keys.
# usage: lab/test/smoke.sh      needs root; LAB_SMOKE_KEEP=yes leaves the labs for a look
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
export LAB_NAME=smoke LAB_STATE=$work/smoke
unset LAB_NET LAB_USER
failures=0

lab() { "$here/../lab" "$@"; }
bare() { LAB_NAME=smokebare LAB_STATE=$work/bare lab "$@"; }
fact() { sed -n "s/^$1=//p" "$work/env"; }

clean_up() {
  [ -z "${LAB_SMOKE_KEEP:-}" ] || { echo "kept: LAB_NAME=smoke LAB_STATE=$LAB_STATE"; return; }
  lab destroy >/dev/null 2>&1 || true
  bare destroy >/dev/null 2>&1 || true
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT

check() { # check SENTENCE COMMAND...
  local sentence=$1 began=$SECONDS
  shift
  if "$@" >"$work/said" 2>&1; then
    printf 'ok    %s (%ss)\n' "$sentence" "$((SECONDS - began))"
  else
    printf 'FAIL  %s (%ss)\n' "$sentence" "$((SECONDS - began))"
    sed 's/^/      /' "$work/said" | tail -n 12
    failures=$((failures + 1))
  fi
}
must() { # a check without which the others mean nothing
  local before=$failures
  check "$@"
  [ "$failures" = "$before" ] || { echo "gave up"; exit 1; }
}
no() { ! "$@"; }
says() { grep -qE "$1" < <("${@:2}" 2>&1 || true); } # says PATTERN COMMAND...
within() { # within SECONDS COMMAND...
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do ((SECONDS < deadline)) || { "$@"; return; }; sleep 0.5; done
}

# --- with a client's certificate, lent by file descriptor
with() { # with CERTIFICATE COMMAND...: on srv-pg1, as /dev/fd/5 and /dev/fd/6
  lab exec srv-pg1 "${@:2}" 5<"$LAB_STATE/pki/$1-cert.pem" 6<"$LAB_STATE/pki/$1-key.pem"
}
etcd_as() {
  with "$1" env ETCDCTL_API=3 etcdctl --endpoints "https://$(fact LAB_ADDRESS_SRV_PG2):2379" \
    --cacert /etc/pki/etcd/ca-cert.pem --cert /dev/fd/5 --key /dev/fd/6 --dial-timeout 5s "${@:2}"
}
rest_as() { # rest_as CERTIFICATE URL [CURL OPTION...]
  with "$1" curl -sS --fail-with-body --max-time 10 --cacert /etc/pki/etcd/ca-cert.pem \
    --cert /dev/fd/5 --key /dev/fd/6 "${@:3}" "$2"
}
gateway() { # gateway CERTIFICATE: asks for a token with Patroni's name and password
  printf '{"name":"patroni","password":"%s"}' "$(cat "$LAB_STATE/secrets/etcd-patroni")" |
    rest_as "$1" "https://$(fact LAB_ADDRESS_SRV_PG2):2379/v3/auth/authenticate" --data @-
}

# --- the cluster
leader() { lab etcdctl get --print-value-only /service/maincluster/leader; }
leads() { [ "$(leader)" = "$1" ]; }
seat_moved_from() { local now; now=$(leader) && [ -n "$now" ] && [ "$now" != "$1" ]; }
streams() { says '"replication_state":"streaming"' lab etcdctl get --print-value-only "/service/maincluster/members/$1"; }
holds_vip() { says " $(fact LAB_VIP)/" lab exec "$1" ip -o -4 address; }
writes() { # through whatever host takes writes, as an application does
  printf '*:*:app:app:%s\n' "$(cat "$(fact LAB_APP_PASSWORD_FILE)")" >"$work/pgpass"
  chmod 600 "$work/pgpass"
  lab exec srv-pg1 env PGPASSFILE=/dev/fd/5 PGCONNECT_TIMEOUT=5 psql -XqAt -v ON_ERROR_STOP=1 \
    "host=$(fact LAB_PG_HOSTS) port=$(fact LAB_PG_PORT) dbname=app user=app target_session_attrs=read-write" \
    -c 'insert into ticks default values returning id' 5<"$work/pgpass"
}
no_secret_seen() { # in what pglift keeps of its command lines
  lab exec srv-pg1 grep -q 'instance apply' /pgdata/log/pglift &&
    ! cat "$LAB_STATE"/secrets/* | lab exec srv-pg1 grep -F -f - /pgdata/log/pglift
}

# --- what answers from here
answers() { timeout 3 bash -c ": </dev/tcp/$(fact "LAB_ADDRESS_SRV_PG$1")/$2"; }
silent() { local rc=0; answers "$@" 2>/dev/null || rc=$?; [ "$rc" = 124 ]; }
hosts_see() { lab exec srv-pg2 timeout 3 bash -c ": </dev/tcp/$(fact "LAB_ADDRESS_SRV_PG$1")/$2"; }
open_ssh_falls_silent() { # an open connection, not a new one
  local rc=0
  # shellcheck disable=SC2016  # for the host's shell
  coproc TALK { lab ssh srv-pg1 'while read -r word; do echo "$word"; done'; }
  local talk=$TALK_PID word
  echo before >&"${TALK[1]}"
  read -rt 10 word <&"${TALK[0]}" && [ "$word" = before ] || rc=1
  lab cut srv-pg1 ssh
  echo after >&"${TALK[1]}"
  ! read -rt 3 word <&"${TALK[0]}" || rc=2
  kill -0 "$talk" || rc=3
  lab heal srv-pg1
  read -rt 20 word <&"${TALK[0]}" && [ "$word" = after ] || rc=4
  kill "$talk"
  return "$rc"
}
own_key() { ssh -F none -i "$work/key" -o IdentitiesOnly=yes -o BatchMode=yes -o UserKnownHostsFile="$(fact LAB_SSH_KNOWN_HOSTS)" \
  "$1@$(fact "LAB_ADDRESS_SRV_PG$2")" true; }
keys_on() { lab exec "$1" grep -cF smoke-key /home/dba/.ssh/authorized_keys; }

must "up" lab up
must "deploy" lab deploy
lab env >"$work/env"
check "up again does nothing" lab up
check "deploy again does nothing" lab deploy
check "srv-pg1 leads" leads srv-pg1
check "the others stream" within 30 eval "streams srv-pg2 && streams srv-pg3"
check "the virtual address is on the leader" within 15 holds_vip srv-pg1
check "an application writes over the network" writes
check "no password is in pglift's log of commands" no_secret_seen

check "console reads /service/" says srv-pg1 etcd_as console get --print-value-only /service/maincluster/leader
check "console doesn't write there" says 'permission denied' etcd_as console put /service/maincluster/x y
check "console reads nothing else" says 'permission denied' etcd_as console get --prefix /
check "bench writes below /service/" says '^OK' etcd_as bench put /service/scratch/x y
check "bench deletes what it wrote" says '^1' etcd_as bench del /service/scratch/x
check "patroni gets in by password through the gateway" says '"token"' gateway patroni
check "the gateway refuses a certificate with a CN" says 'CommonName' gateway console
lab certificate stale --cn console --expired >/dev/null
lab certificate stranger --cn console --ca other-ca >/dev/null
lab certificate brief --cn console --valid '2 minutes' >/dev/null
check "a short-lived certificate works meanwhile" says srv-pg1 etcd_as brief get --print-value-only /service/maincluster/leader
check "an expired certificate is refused" no etcd_as stale get /service/maincluster/leader
check "another authority's certificate is refused" no etcd_as stranger get /service/maincluster/leader
check "the lab's own certificates are not overwritten" says "lab's own" lab certificate console

check "Patroni answers the console" says '"state": "running"' rest_as console "https://$(fact LAB_ADDRESS_SRV_PG1):8008/patroni"
check "Patroni refuses who brings no certificate" no lab exec srv-pg1 curl -sSk --max-time 10 "https://$(fact LAB_ADDRESS_SRV_PG1):8008/patroni"

check "switchover by patronictl" lab ssh srv-pg1 pglift instance exec main -- patronictl switchover --leader srv-pg1 --candidate srv-pg2 --force
check "srv-pg2 leads" within 15 leads srv-pg2
check "the virtual address follows" within 15 holds_vip srv-pg2
check "writes go on" within 15 writes

ssh-keygen -q -t ed25519 -N '' -C smoke-key -f "$work/key"
check "kill of the leader's host" lab kill srv-pg2
check "a key is authorized while a host is down" lab authorize "$work/key.pub"
check "another host leads within a minute" within 60 seat_moved_from srv-pg2
check "writes go on" within 15 writes
check "start" lab start srv-pg2
check "it streams again" within 60 streams srv-pg2
check "the key works there, too" own_key postgres 2
check "authorized twice" lab authorize "$work/key.pub"
check "the key is there once" [ "$(keys_on srv-pg2)" = 1 ]
check "dba becomes postgres" says '^postgres' env LAB_USER=dba "$here/../lab" ssh srv-pg1 sudo -iu postgres whoami

check "cut etcd: silence from here" eval "lab cut srv-pg1 etcd && silent 1 2379"
check "cut etcd: SSH still answers" answers 1 22
check "cut etcd: hosts still see each other" hosts_see 1 2379
check "heal" eval "lab heal srv-pg1 && answers 1 2379"
check "cut all: silence" eval "lab cut srv-pg1 && silent 1 22 && silent 1 8008"
check "heal" eval "lab heal srv-pg1 && answers 1 22"
check "an open connection falls silent and goes on" open_ssh_falls_silent

check "two etcd frozen: no quorum" eval "lab freeze-etcd srv-pg2 && lab freeze-etcd srv-pg3 && no lab etcdctl get /service/maincluster/leader"
check "thawed: quorum" eval "lab thaw-etcd srv-pg2 && lab thaw-etcd srv-pg3 && within 30 lab etcdctl endpoint health"
check "a leader again" within 60 seat_moved_from nobody
was=$(leader || true)
check "kill -9 of the leader's Patroni" lab pkill-patroni "$was"
check "another host leads within a minute" within 60 seat_moved_from "$was"
check "deploy starts it again" lab deploy
check "it streams again" within 60 streams "$was"

check "a second cluster on the same hosts, configured in the DCS" lab deploy --instance shop --port 5433 --api-port 8009 --cluster shopcluster --dynamic
check "it has a leader" says srv-pg lab etcdctl get --print-value-only /service/shopcluster/leader

check "a bare lab beside it" bare up --bare
check "bare: another network" [ "$(cat "$work/bare/net")" != "$(cat "$LAB_STATE/net")" ]
check "bare: no settings, units, linger or keepalived" bare exec srv-pg1 bash -c '
  ! ls -d /home/postgres/.config /home/postgres/.local /var/lib/systemd/linger/postgres /etc/keepalived/keepalived.conf &&
  ! systemctl is-active keepalived.service && command -v pglift patroni'
check "bare: etcd answers" bare etcdctl endpoint health
check "bare: deploy says why not" says 'bare' bare deploy
check "bare: destroy" bare destroy

check "down" lab down
check "up again" lab up
check "the data was kept" within 90 writes
network=$(cat "$LAB_STATE/net")
check "destroy" lab destroy
check "nothing is left" eval "[ ! -e $LAB_STATE ] && no says smoke ip -o link && no says smoke ip netns && no says $network ip route"
[ "$failures" = 0 ] || { echo "$failures failed"; exit 1; }
echo "all of it works (${SECONDS}s)"

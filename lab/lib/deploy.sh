# shellcheck shell=bash
# A PostgreSQL cluster on the hosts, with pglift as in the workshop; passwords travel in
# the manifest, over standard input.

manifest() { # manifest NODE INSTANCE CLUSTER PORT API_PORT
  local ip superuser replication backup
  ip=$(lab_ip "$1")
  superuser=$(cat "$(lab_secret "$2-postgres")")
  replication=$(cat "$(lab_secret "$2-replication")")
  backup=$(cat "$(lab_secret "$2-backup")")
  cat <<YAML
name: $2
port: $4
surole_password: $superuser
replrole_password: $replication
pgbackrest:
  stanza: $2-app
  password: $backup
patroni:
  cluster: $3
  node: $1
  restapi:
    connect_address: $ip:$5
    listen: $ip:$5
  postgresql:
    connect_host: $ip
  etcd:
    username: patroni
    password: $(cat "$(lab_secret etcd-patroni)")
YAML
}

pglift_dynamic() { # the same settings with the configuration in the DCS, beside the first ones
  lab_ssh "$1" 'mkdir -p ~/.config/pglift-dynamic && cp -r ~/.config/pglift/. ~/.config/pglift-dynamic/ &&
    sed -i "s|^  execpath: /usr/bin/patroni$|&\n  configuration_mode:\n    auth: dynamic\n    parameters: dynamic|" ~/.config/pglift-dynamic/settings.yaml'
}

patroni_start() { # patroni_start NODE INSTANCE: an instance that is there and doesn't run
  lab_log "$1: starting instance $2"
  # not "pglift instance start": when PostgreSQL runs without its Patroni, that does nothing
  lab_ssh "$1" "XDG_RUNTIME_DIR=/run/user/\$(id -u) systemctl --user start pglift-patroni@15-$2.service"
  lab_wait 90 "$1's instance $2" lab_ssh "$1" pglift instance status "$2"
}

deploy_node() { # deploy_node NODE INSTANCE CLUSTER PORT API_PORT DYNAMIC
  local node=$1 instance=$2 environment='' rc=0
  lab_ssh "$node" pglift instance status "$instance" >/dev/null 2>&1 || rc=$?
  case $rc in
    0) lab_log "$node: instance $instance is there"; return ;;
    3) patroni_start "$node" "$instance"; return ;;
    2) ;; # there is no such instance
    255) lab_die "$node cannot be reached over SSH; is it up? lab status" ;;
    *) ;; # before the first site-configure, pglift refuses to say
  esac
  if [ -n "$6" ]; then
    pglift_dynamic "$node"
    environment='PGLIFT_CONFIG_DIR=~/.config/pglift-dynamic '
  fi
  lab_log "$node: site-configure"
  lab_ssh "$node" "${environment}pglift -L info --non-interactive site-configure install"
  lab_log "$node: instance apply ($instance)"
  manifest "$1" "$2" "$3" "$4" "$5" |
    lab_ssh "$node" "${environment}timeout 300 pglift -L info --non-interactive instance apply -f - -o json"
}

leader_of() { # leader_of CLUSTER: fails while the seat is empty
  local leader
  leader=$(etcdctl get --print-value-only "/service/$1/leader") && [ -n "$leader" ] && echo "$leader"
}

takes_writes() { # takes_writes CLUSTER PORT: who took the seat is promoted a moment later
  local leader
  leader=$(leader_of "$1") && [ "$(lab_ssh "$leader" psql -p "$2" -XqAtc "'select pg_is_in_recovery()'")" = f ]
}

deploy_app() { # deploy_app CLUSTER PORT: a database with a role of its own for writers, made through the leader
  local leader
  lab_wait 90 "a leader of $1 that takes writes" takes_writes "$1" "$2"
  leader=$(leader_of "$1")
  lab_ssh "$leader" "psql -p $2 -XqAt -v ON_ERROR_STOP=1" <<SQL
select format('create role app login password %L', '$(cat "$(lab_secret app)")')
  where not exists (select from pg_roles where rolname = 'app') \gexec
select 'create database app owner app' where not exists (select from pg_database where datname = 'app') \gexec
\connect app
set client_min_messages = warning;
set role app;
create table if not exists ticks (id bigint generated always as identity primary key, at timestamptz not null default clock_timestamp());
SQL
}

deploy() {
  [ ! -e "$LAB_STATE/bare" ] ||
    lab_die "the hosts of this lab are bare: they have no pglift settings. A lab beside it: LAB_NAME=other lab up"
  local instance=main cluster='' port=5432 api_port=8008 dynamic='' nodes=() pids=() failed='' node pid
  while [ $# -gt 0 ]; do
    case $1 in --instance | --cluster | --port | --api-port) [ $# -gt 1 ] || lab_die "$1 needs a value" ;; esac
    case $1 in
      --instance) instance=$2; shift ;;
      --cluster) cluster=$2; shift ;;
      --port) port=$2; shift ;;
      --api-port) api_port=$2; shift ;;
      --dynamic) dynamic=yes ;;
      -*) help_for deploy >&2; exit 2 ;;
      *) lab_ip "$1" >/dev/null || exit 2; nodes+=("$1") ;;
    esac
    shift
  done
  [[ $instance =~ ^[a-z][a-z0-9]{0,30}$ && $port =~ ^[0-9]+$ && $api_port =~ ^[0-9]+$ ]] ||
    lab_die "an instance is named by letters and digits, a port is a number"
  [[ $cluster =~ ^([A-Za-z0-9][A-Za-z0-9._-]{0,62})?$ ]] || lab_die "'$cluster' is no name for a cluster"
  [ ${#nodes[@]} -gt 0 ] || nodes=("${LAB_NODES[@]}")
  local arguments=("$instance" "${cluster:-${instance}cluster}" "$port" "$api_port" "$dynamic")
  deploy_node "${nodes[0]}" "${arguments[@]}"
  for node in "${nodes[@]:1}"; do
    deploy_node "$node" "${arguments[@]}" > >(sed "s/^/[$node] /") 2>&1 &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid" || failed=yes; done
  [ -z "$failed" ] || lab_die "a host could not be deployed; its lines above say why"
  deploy_app "${arguments[1]}" "$port"
  lab_log "deployed: ${arguments[1]}"
}

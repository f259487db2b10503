# shellcheck shell=bash
# What each verb says about itself.

usage() {
  cat <<'USAGE'
usage: lab VERB [ARGUMENT...]      needs root; "lab VERB --help" explains a verb
  up [--bare]            image, network, hosts, etcd
  deploy [OPTION...]     a PostgreSQL cluster with pglift
  status, env            what runs; addresses and files as KEY=VALUE lines
  ssh NODE [COMMAND...]  as postgres (LAB_USER=dba: the other account)
  exec NODE COMMAND...   as root inside a host
  etcdctl ARGUMENT...    as etcd's root user
  authorize FILE         let a public SSH key log in on every host
  certificate NAME ...   one more certificate, good or bad
  kill NODE, stop NODE, start NODE       pull the plug, shut down, boot
  cut NODE [SERVICE...], heal NODE       silence between this machine and a host
  freeze-etcd NODE, thaw-etcd NODE       stop etcd in its tracks, let it go on
  pkill-patroni NODE [INSTANCE]          kill -9 that instance's Patroni
  down, destroy          shut down and keep the data; delete it too
  build                  the hosts' image alone
  LAB_NAME=NAME (lab)    another lab beside the first
  LAB_STATE=DIR          where its state is (var/labs/NAME)
  LAB_NET=10.78.0        its network when first brought up (a free 10.77.N)
  BASCULE_LAB_IMAGE=DIR  the hosts' image (below ~/.cache/bascule)
USAGE
}

help_for() { # help_for VERB: fails when there is no such verb
  case $1 in
    up) cat <<'TEXT' ;;
usage: lab up [--bare]
  Brings the three hosts and etcd up, with etcd's users; builds the hosts' image when
  it is missing. Run again, it starts what doesn't run and leaves the rest alone.
    --bare  hosts as a new server is: packages, sshd, certificates, etcd; without
            pglift's settings and templates, linger and keepalived. For the lab's life.
TEXT
    deploy) cat <<'TEXT' ;;
usage: lab deploy [OPTION...] [NODE...]
  Deploys a cluster with pglift: the first host becomes its primary, then the others
  side by side; then the database "app" with its role. What is there stays as it is,
  what doesn't run is started.
    --instance NAME   pglift's instance (main)
    --cluster NAME    Patroni's cluster (INSTANCEcluster)
    --port PORT       PostgreSQL's port (5432)
    --api-port PORT   Patroni's REST port (8008)
    --dynamic         configuration in the DCS instead of each node's file
TEXT
    status) echo "usage: lab status        the hosts, etcd's members, and patronictl list of each cluster" ;;
    env) echo "usage: lab env           addresses, ports and files of this lab as KEY=VALUE lines" ;;
    ssh) cat <<'TEXT' ;;
usage: lab ssh NODE [COMMAND...]
  Logs in as postgres, who owns the instances; LAB_USER=dba is the other account, which
  becomes postgres by sudo.
TEXT
    exec) echo "usage: lab exec NODE COMMAND...    runs COMMAND as root inside a host" ;;
    etcdctl) cat <<'TEXT' ;;
usage: lab etcdctl ARGUMENT...
  etcdctl as etcd's root user on the first host that runs, with all three endpoints.
    lab etcdctl get --prefix /service/
TEXT
    authorize) cat <<'TEXT' ;;
usage: lab authorize FILE.pub
  Lets an OpenSSH public key log in as postgres and dba on every host; a host that is
  down learns it at its next start.
TEXT
    certificate) cat <<'TEXT' ;;
usage: lab certificate NAME [OPTION...]
  Issues a certificate (a client's, valid for 30 days) and prints its two files.
    --cn CN, --no-cn     its common name (NAME), or none
    --server NODE        for a server too, with that host's names; --san LIST: others
    --valid TIME         until when, as date(1) reads it: '90 seconds', '2 days'
    --expired, --not-yet in the past, in the future
    --ca other-NAME      by another authority, which nobody trusts
TEXT
    kill) echo "usage: lab kill NODE     pulls the plug: SIGKILL to all of the host, and its network is gone" ;;
    stop) echo "usage: lab stop NODE     shuts a host down in order" ;;
    start) echo "usage: lab start NODE    boots a host that was killed or stopped" ;;
    cut | heal) cat <<'TEXT' ;;
usage: lab cut NODE [SERVICE...]      lab heal NODE
  Silence between this machine and a host, without an error to anybody, open connections
  included; hosts still see each other. SERVICE is etcd, ssh, postgres, patroni or a TCP
  port; without one, everything. heal undoes every cut.
TEXT
    freeze-etcd | thaw-etcd) cat <<'TEXT' ;;
usage: lab freeze-etcd NODE           lab thaw-etcd NODE
  SIGSTOP and SIGCONT to etcd on a host. Two frozen of three: etcd has lost its quorum.
TEXT
    pkill-patroni) cat <<'TEXT' ;;
usage: lab pkill-patroni NODE [INSTANCE]
  kill -9 of the Patroni of one instance (main). PostgreSQL stays up, and writable if it
  was the leader's; "lab deploy" starts Patroni again.
TEXT
    down) echo "usage: lab down          shuts every host down and keeps the data" ;;
    destroy) echo "usage: lab destroy       down, and deletes the lab's data, keys and passwords" ;;
    build) echo "usage: lab build         builds the hosts' image unless it is there; prints where it is" ;;
    *) return 1 ;;
  esac
}

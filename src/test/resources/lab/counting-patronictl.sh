#!/bin/sh
# Placed in front of the real patronictl: counts what would change the leader, and takes its time.
if [ "$1" = switchover ]; then
  echo "$*" >>/var/tmp/counted-switchovers
  for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
    echo "counted, $i of 12"
    sleep 0.25
  done
fi
exec /usr/bin/patronictl "$@"

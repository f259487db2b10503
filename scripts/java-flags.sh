# shellcheck shell=bash
# The JVM's flags of the console: an AOT cache only fits the flags it was recorded with.
# The first compiler alone: on two cores the second one takes more than it ever gives back
# to a program that mostly waits (docs/decisions/2026-11-23-one-compiler-tier.md).
# Spring's part of the start is done at the build (docs/decisions/2026-11-23-beans-as-code.md).
# shellcheck disable=SC2034  # used where this is sourced
BASCULE_JAVA_FLAGS=(
  -Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError -XX:TieredStopAtLevel=1 -Djdk.virtualThreadScheduler.parallelism=16 -Dspring.aot.enabled=true
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
)

# shellcheck shell=bash
# The JVM's flags of the console: an AOT cache only fits the flags it was recorded with.
# shellcheck disable=SC2034  # used where this is sourced
BASCULE_JAVA_FLAGS=(
  -Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
)

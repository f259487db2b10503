package dev.bascule.pglift;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code pglift instance env} gives: with it, {@code patronictl} and {@code psql} find the
 * instance. May hold a password; shows none.
 */
public record InstanceEnv(Map<String, String> values) {
  /** Copies. */
  public InstanceEnv {
    values = Map.copyOf(values);
  }

  /** Patroni's cluster; empty for a standalone instance. */
  public Optional<String> scope() {
    return Optional.ofNullable(values.get("PATRONI_SCOPE"));
  }

  /** The member's name. */
  public Optional<String> member() {
    return Optional.ofNullable(values.get("PATRONI_NAME"));
  }

  /** Patroni's configuration, which patronictl reads. */
  public Optional<String> configFile() {
    return Optional.ofNullable(values.get("PATRONICTL_CONFIG_FILE"));
  }

  /** The data directory. */
  public Optional<String> dataDirectory() {
    return Optional.ofNullable(values.get("PGDATA"));
  }

  /** Every value in order, secrets as stars. */
  public Map<String, String> masked() {
    var shown = new TreeMap<>(values);
    shown.computeIfPresent("PGPASSWORD", (name, value) -> "********");
    return shown;
  }

  @Override
  public String toString() {
    return "InstanceEnv" + masked();
  }
}

package dev.bascule.pglift;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What {@code pglift instance env} gives: with it, {@code patronictl} and {@code psql} find the
 * instance. May hold a password; shows none.
 */
public record InstanceEnv(Map<String, String> values) {
  private static final Pattern SECRET =
      Pattern.compile(".*(PASSWORD|PASSWD|SECRET|TOKEN|PASSPHRASE).*", Pattern.CASE_INSENSITIVE);

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

  /** PostgreSQL's port. */
  public Optional<String> port() {
    return Optional.ofNullable(values.get("PGPORT"));
  }

  /** Every value in order, secrets as stars: to be shown. */
  public SortedMap<String, String> masked() {
    var shown = new TreeMap<>(values);
    shown.replaceAll((name, value) -> secret(name) ? "********" : value);
    return shown;
  }

  /** Every value in order but the secrets: to be set for a command, kept and logged. */
  public SortedMap<String, String> withoutSecrets() {
    var open = new TreeMap<>(values);
    open.keySet().removeIf(InstanceEnv::secret);
    return open;
  }

  /** The password that pglift's own password command gave, if it has one. */
  public Optional<String> password() {
    return Optional.ofNullable(values.get("PGPASSWORD"));
  }

  private static boolean secret(String name) {
    return SECRET.matcher(name).matches();
  }

  @Override
  public String toString() {
    return "InstanceEnv" + masked();
  }
}

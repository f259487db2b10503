package dev.bascule.patroni;

/**
 * A cluster's name: Patroni's scope, exactly as it stands in the DCS. It may be hostile text; only
 * a {@linkplain #conforming() conforming} one may become part of a command or a link.
 */
public record ClusterName(String value) implements Comparable<ClusterName> {
  /** Refuses an empty name and one that is too long to be kept. */
  public ClusterName {
    Names.checked(value);
  }

  /** Whether the name is {@code [A-Za-z0-9][A-Za-z0-9._-]{0,62}}. */
  public boolean conforming() {
    return Names.CLUSTER.matcher(value).matches();
  }

  @Override
  public int compareTo(ClusterName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

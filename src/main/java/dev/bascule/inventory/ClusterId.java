package dev.bascule.inventory;

/**
 * A cluster among all that the console knows: the DCS it lives in and its name there.
 *
 * @param dcs the name that the inventory gave to the DCS
 * @param cluster Patroni's scope, exactly as in the DCS; it may be hostile text
 */
public record ClusterId(String dcs, String cluster) implements Comparable<ClusterId> {
  /** Refuses empty parts. */
  public ClusterId {
    if (dcs.isEmpty() || cluster.isEmpty()) {
      throw new IllegalArgumentException("a cluster has a DCS and a name");
    }
  }

  @Override
  public int compareTo(ClusterId other) {
    var byDcs = dcs.compareTo(other.dcs);
    return byDcs == 0 ? cluster.compareTo(other.cluster) : byDcs;
  }

  /** {@code dcs/cluster}, for logs. */
  @Override
  public String toString() {
    return dcs + "/" + cluster;
  }
}

package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;

/**
 * What is left in the DCS of a cluster without members is removed.
 *
 * @param keeper the member that was dropped last: on its host pglift kept the configuration with
 *     which it is removed
 */
public record RemoveCluster(ClusterId cluster, MemberName keeper) implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "cluster-remove";

  @Override
  public String kind() {
    return KIND;
  }
}

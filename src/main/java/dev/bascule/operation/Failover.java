package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;

/**
 * A member is forced to lead, whoever leads now or nobody: what others wrote and it did not receive
 * is lost.
 */
public record Failover(ClusterId cluster, MemberName candidate) implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "failover";

  @Override
  public String kind() {
    return KIND;
  }
}

package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;

/**
 * PostgreSQL of a member that Patroni lost and that takes writes all the same is stopped, so that
 * nobody writes any more where it will be thrown away.
 */
public record Fencing(ClusterId cluster, MemberName member) implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "fencing";

  @Override
  public String kind() {
    return KIND;
  }
}

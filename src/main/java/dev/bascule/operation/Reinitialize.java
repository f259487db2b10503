package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;

/**
 * A replica's data are to be thrown away and copied anew.
 *
 * @param fromLeader whether they are copied from the leader and no other member
 */
public record Reinitialize(ClusterId cluster, MemberName member, boolean fromLeader)
    implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "reinitialize";

  @Override
  public String kind() {
    return KIND;
  }
}

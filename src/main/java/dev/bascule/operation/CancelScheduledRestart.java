package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import java.util.List;

/**
 * Restarts that members' Patroni keep for later are to be taken back.
 *
 * @param members at least one; ordered by name
 */
public record CancelScheduledRestart(ClusterId cluster, List<MemberName> members)
    implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "restart-cancel";

  /** Orders the members. */
  public CancelScheduledRestart {
    members = Members.ordered(members);
  }

  @Override
  public String kind() {
    return KIND;
  }
}

package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import java.util.List;

/**
 * Patroni on members is to read its local configuration again, and PostgreSQL likewise.
 *
 * @param members at least one; ordered by name
 */
public record Reload(ClusterId cluster, List<MemberName> members) implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "reload";

  /** Orders the members. */
  public Reload {
    members = Members.ordered(members);
  }

  @Override
  public String kind() {
    return KIND;
  }
}

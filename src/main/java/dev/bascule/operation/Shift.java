package dev.bascule.operation;

import dev.bascule.patroni.MemberName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who leads before and after.
 *
 * @param before null when nobody leads
 * @param after every member that may lead afterwards; one when it was named; the same as before
 *     when the leader stays
 * @param members all members, by name
 */
public record Shift(@Nullable MemberName before, List<MemberName> after, List<MemberName> members) {
  /** Copies. */
  public Shift {
    after = List.copyOf(after);
    members = List.copyOf(members);
  }
}

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
 * @param gone who is no member afterwards; null when all stay
 */
public record Shift(
    @Nullable MemberName before,
    List<MemberName> after,
    List<MemberName> members,
    @Nullable MemberName gone) {
  /** Nobody goes. */
  public Shift(@Nullable MemberName before, List<MemberName> after, List<MemberName> members) {
    this(before, after, members, null);
  }

  /** Copies. */
  public Shift {
    after = List.copyOf(after);
    members = List.copyOf(members);
  }
}

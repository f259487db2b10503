package dev.bascule.patroni;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who replicates synchronously: the {@code sync} key.
 *
 * @param standbys in the order written
 * @param quorum how many of them must agree besides the leader, in quorum mode
 */
public record SyncKey(@Nullable MemberName leader, List<MemberName> standbys, int quorum) {
  /** Copies. */
  public SyncKey {
    standbys = List.copyOf(standbys);
  }

  /** Whether a member is in the list; Patroni compares without regard to case. */
  public boolean contains(MemberName member) {
    return standbys.stream().anyMatch(name -> name.value().equalsIgnoreCase(member.value()));
  }

  /** Whether a member is the leader named here; Patroni compares without regard to case. */
  public boolean isLeader(MemberName member) {
    return leader != null && leader.value().equalsIgnoreCase(member.value());
  }
}

package dev.bascule.operation.role;

import dev.bascule.operation.Interruptions;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that an operation on roles is planned against, as values.
 *
 * @param answers by member: what its Patroni said; members that were not asked are missing
 * @param runners the hosts that may run a command, in no order
 * @param configThen the dynamic configuration when it was asked for; null when it is being asked
 * @param claimedBy the number of the request that holds the cluster; null when it is free
 */
public record RoleFacts(
    ClusterState state,
    Sight sight,
    Map<MemberName, MemberAnswer> answers,
    LeaderSql sql,
    List<Runner> runners,
    Interruptions interruptions,
    @Nullable DynamicConfig configThen,
    @Nullable Long claimedBy,
    Instant now) {
  /** Copies. */
  public RoleFacts {
    answers = Map.copyOf(answers);
    runners = List.copyOf(runners);
  }

  /** What a member answered, if it did. */
  Optional<MemberAnswer.Answered> answered(MemberName member) {
    return answers.get(member) instanceof MemberAnswer.Answered answered
        ? Optional.of(answered)
        : Optional.empty();
  }

  /** The host of a member. */
  Optional<Runner> runner(MemberName member) {
    return runners.stream().filter(runner -> runner.member().equals(member)).findFirst();
  }

  /** When the DCS was last heard of. */
  @Nullable Instant dcsSeenAt() {
    return sight.lastSeen();
  }
}

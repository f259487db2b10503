package dev.bascule.operation.planning;

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
 * All that an operation is planned against, as values.
 *
 * @param answers by member: what its Patroni said; members that were not asked are missing
 * @param hosts by member: what its host said; hosts that were not asked are missing
 * @param runners the hosts that may run a command, in no order
 * @param configThen the dynamic configuration when it was asked for; null when it is being asked
 * @param claimedBy the number of the request that holds the cluster; null when it is free
 */
public record Findings(
    ClusterState state,
    Sight sight,
    Map<MemberName, MemberAnswer> answers,
    Map<MemberName, HostAnswer> hosts,
    LeaderSql sql,
    List<Runner> runners,
    Interruptions interruptions,
    @Nullable DynamicConfig configThen,
    @Nullable Long claimedBy,
    Instant now) {
  /** Copies. */
  public Findings {
    answers = Map.copyOf(answers);
    hosts = Map.copyOf(hosts);
    runners = List.copyOf(runners);
  }

  /** What a member answered, if it did. */
  public Optional<MemberAnswer.Answered> answered(MemberName member) {
    return answers.get(member) instanceof MemberAnswer.Answered answered
        ? Optional.of(answered)
        : Optional.empty();
  }

  /** The host of a member. */
  public Optional<Runner> runner(MemberName member) {
    return runners.stream().filter(runner -> runner.member().equals(member)).findFirst();
  }

  /** When the DCS was last heard of. */
  public @Nullable Instant dcsSeenAt() {
    return sight.lastSeen();
  }
}

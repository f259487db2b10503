package dev.bascule.topology;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far behind a member is, fit to be judged.
 *
 * <p>The leader publishes its place and each member its own, at different moments of the loop.
 * Right after the leader's, everybody seems to be behind by what was written since: a busy cluster
 * would raise and clear an alarm each loop. So a member's place is held against the leader's newest
 * only once the member had its turn: when it published later, or when a loop has passed without its
 * publishing, which means that its place is still the same.
 *
 * @param receive bytes not received; null when unknown
 * @param replay bytes not replayed; null when unknown
 */
record Lags(@Nullable Long receive, @Nullable Long replay) {
  /** A node's loop is not exact. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  static Lags asPublished(MemberView member) {
    return new Lags(member.receiveLag(), member.replayLag());
  }

  /** Those to judge by at an instant. */
  static Lags settled(MemberView member, ClusterState state, ClusterMemory memory, Instant now) {
    var then = memory.lags().get(member.name());
    return then == null || !inFlight(member, state, now) ? asPublished(member) : then;
  }

  /** Whether the member may publish a newer place any moment, as the leader has done. */
  static boolean inFlight(MemberView member, ClusterState state, Instant now) {
    var published = member.publishedAt();
    var optimeAt = state.optimeAt();
    return published != null
        && optimeAt != null
        && published.isBefore(optimeAt)
        && now.isBefore(published.plus(state.config().loopWait()).plus(SLACK));
  }
}

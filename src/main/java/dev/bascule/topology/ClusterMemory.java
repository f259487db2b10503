package dev.bascule.topology;

import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What earlier states of a cluster told and its keys of now don't.
 *
 * @param leadsSince since when this leader was seen to lead; null when it already led at first
 *     sight
 * @param leaderlessSince since when nobody leads; null while somebody does
 * @param lastLeader who led last; null when nobody was seen to
 * @param gone members whose key was seen to go, as they were then
 * @param notStreamingSince since when a member that follows doesn't stream
 * @param lags how far behind each was when it last published, against what the leader had published
 *     until then
 */
record ClusterMemory(
    @Nullable Instant leadsSince,
    @Nullable Instant leaderlessSince,
    @Nullable MemberName lastLeader,
    Map<MemberName, ExpectedMember> gone,
    Map<MemberName, Instant> notStreamingSince,
    Map<MemberName, Lags> lags) {
  static final ClusterMemory NONE =
      new ClusterMemory(null, null, null, Map.of(), Map.of(), Map.of());

  ClusterMemory {
    gone = Map.copyOf(gone);
    notStreamingSince = Map.copyOf(notStreamingSince);
    lags = Map.copyOf(lags);
  }
}

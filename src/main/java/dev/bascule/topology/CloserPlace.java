package dev.bascule.topology;

import dev.bascule.patroni.Lsn;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a member that follows is in the WAL, by its own answer where that is newer than what it
 * published: the DCS has places up to a loop late.
 *
 * @param received null when unknown
 * @param replayed null when unknown
 * @param receiveLag bytes behind the leader, never negative; null when unknown
 * @param replayLag likewise, for what was replayed
 * @param at when the member said so
 */
public record CloserPlace(
    @Nullable Lsn received,
    @Nullable Lsn replayed,
    @Nullable Long receiveLag,
    @Nullable Long replayLag,
    Instant at) {

  /** What a member answered; empty when it leads, wasn't asked, or published something since. */
  public static Optional<CloserPlace> of(MemberView member, ClusterState state) {
    var place = member.facts().place();
    var published = member.publishedAt();
    if (place == null
        || !member.seen()
        || member.role().leads()
        || (published != null && !place.at().isAfter(published))) {
      return Optional.empty();
    }
    var end = end(state, place.at());
    return Optional.of(
        new CloserPlace(
            place.received(),
            place.replayed(),
            behind(end, place.received()),
            behind(end, place.replayed()),
            place.at()));
  }

  /** Where the leader writes: by its answer of the same round, or what it published since. */
  private static @Nullable Lsn end(ClusterState state, Instant asked) {
    var said = state.leadingMember().map(leader -> leader.facts().place()).orElse(null);
    var written = said == null ? null : said.written();
    var optime = state.optime();
    if (said == null || written == null || said.at().isBefore(asked.minusSeconds(10))) {
      return optime;
    }
    return optime != null && optime.minus(written) > 0 ? optime : written;
  }

  private static @Nullable Long behind(@Nullable Lsn end, @Nullable Lsn place) {
    return end == null || place == null ? null : Math.max(0, end.minus(place));
  }
}

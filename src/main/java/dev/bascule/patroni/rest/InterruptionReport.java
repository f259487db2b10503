package dev.bascule.patroni.rest;

import dev.bascule.patroni.MemberName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long writes were interrupted, as the members themselves told.
 *
 * @param startedAt when the probe began
 * @param interruption from the first answer of the old leader that isn't a running primary to the
 *     first of any member that is; null when there was none, or it has not ended
 * @param uncertainty by how much that may be wrong; null with it
 * @param beganAt null with it
 * @param endedAt null with it
 * @param newPrimary who took writes then; null with it
 * @param leaderKeyGap how long nobody held the leader key, which is shorter; null when not seen
 * @param entryPointGap how long nobody answered at the entry point; null when there is none or it
 *     always answered
 * @param acknowledgedAfter from the same beginning, until a synchronous standby followed the new
 *     primary: from then on commits that wait for one are acknowledged; null when not seen
 * @param samples what was asked, oldest first, bounded: the newest are kept
 */
public record InterruptionReport(
    Instant startedAt,
    @Nullable Duration interruption,
    @Nullable Duration uncertainty,
    @Nullable Instant beganAt,
    @Nullable Instant endedAt,
    @Nullable MemberName newPrimary,
    @Nullable Duration leaderKeyGap,
    @Nullable Duration entryPointGap,
    @Nullable Duration acknowledgedAfter,
    List<Sample> samples) {
  /** Copies. */
  public InterruptionReport {
    samples = List.copyOf(samples);
  }

  /**
   * Judges a series. Pure.
   *
   * @param samples of the members, in any order
   * @param entryPoint samples of the entry point, whose {@code takesWrites} says whether it
   *     answered
   */
  static InterruptionReport of(
      Instant startedAt, MemberName oldLeader, List<Sample> samples, List<Sample> entryPoint) {
    var writes = Gap.first(samples, oldLeader, Sample::takesWrites).orElse(null);
    var key = Gap.first(samples, oldLeader, Sample::holdsKey).map(Gap::length).orElse(null);
    var entry =
        entryPoint.isEmpty()
            ? null
            : Gap.first(entryPoint, entryPoint.getFirst().member(), Sample::takesWrites)
                .map(Gap::length)
                .orElse(null);
    if (writes == null) {
      return new InterruptionReport(
          startedAt, null, null, null, null, null, key, entry, null, samples);
    }
    return new InterruptionReport(
        startedAt,
        writes.length(),
        writes.uncertainty(),
        startedAt.plus(writes.began()),
        startedAt.plus(writes.ended()),
        writes.by(),
        key,
        entry,
        acknowledged(samples, writes),
        samples);
  }

  private static @Nullable Duration acknowledged(List<Sample> samples, Gap writes) {
    return samples.stream()
        .filter(sample -> sample.answered().compareTo(writes.ended()) >= 0)
        .filter(sample -> sample.member().equals(writes.by()))
        .filter(sample -> Boolean.TRUE.equals(sample.acknowledges()))
        .map(sample -> sample.answered().minus(writes.began()))
        .min(Duration::compareTo)
        .orElse(null);
  }
}

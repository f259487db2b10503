package dev.bascule.operation;

import dev.bascule.patroni.MemberName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param interruption from the old leader's first answer that isn't a running primary to the first
 *     that is, on any member; null when it wasn't measured
 * @param leaderKeyGap how long nobody answered {@code /primary}: shorter, as it follows the leader
 *     key and not writability; null when it wasn't measured
 * @param entryPointGap how long the entry point answered nobody; null when there is none or it
 *     wasn't measured
 * @param acknowledgedAfter from the same beginning until commits that wait for a synchronous
 *     standby were acknowledged again; null when none waits or it wasn't measured
 * @param newLeader who leads now; null when nobody
 * @param timelineBefore 0 when unknown
 * @param timelineAfter 0 when unknown
 * @param oldLeaderBack how long after the start the old leader streamed again; null when it wasn't
 *     seen to
 * @param programSaid the last line of the program's own answer; empty when there was none
 * @param deviations what was not as planned
 */
public record Report(
    Instant startedAt,
    Instant endedAt,
    @Nullable Duration interruption,
    @Nullable Duration leaderKeyGap,
    @Nullable Duration entryPointGap,
    @Nullable Duration acknowledgedAfter,
    @Nullable MemberName newLeader,
    int timelineBefore,
    int timelineAfter,
    @Nullable Duration oldLeaderBack,
    String programSaid,
    List<Phrase> deviations) {
  /** Copies. */
  public Report {
    deviations = List.copyOf(deviations);
  }
}

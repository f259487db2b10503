package dev.bascule.topology;

import dev.bascule.patroni.Lsn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of a member from elsewhere than the DCS: its REST, or PostgreSQL over SSH.
 *
 * @param writability of an absent member's PostgreSQL
 * @param reachable whether its REST answered when it was last asked; null when it wasn't asked
 * @param systemIdentifier of its data; null when not asked
 * @param watchdogFailed whether its watchdog can't be activated
 * @param failsafeActive whether it runs on without the DCS
 * @param primary whether it says at this moment that PostgreSQL there takes writes; null when not
 *     asked
 * @param place where it is in the WAL by its own answer; null when not asked
 */
public record MemberFacts(
    Presence.Writability writability,
    @Nullable Boolean reachable,
    @Nullable String systemIdentifier,
    boolean watchdogFailed,
    boolean failsafeActive,
    @Nullable Boolean primary,
    @Nullable Place place) {
  /** Nothing was learned. */
  public static final MemberFacts NONE =
      new MemberFacts(Presence.Writability.UNKNOWN, null, null, false, false, null, null);

  /** The same with another answer about writes. */
  public MemberFacts withWritability(Presence.Writability other) {
    return new MemberFacts(
        other, reachable, systemIdentifier, watchdogFailed, failsafeActive, primary, place);
  }

  /**
   * A member's place in the WAL, fresher than the DCS has it.
   *
   * @param written on a leader; null otherwise
   * @param received on one that follows; null otherwise
   * @param replayed on one that follows; null otherwise
   * @param at when it answered
   */
  public record Place(
      @Nullable Lsn written, @Nullable Lsn received, @Nullable Lsn replayed, Instant at) {}
}

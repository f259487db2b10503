package dev.bascule.topology;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the console sees a DCS, and since when it doesn't. */
public sealed interface Sight {
  /** The last sign of life; null before the first. */
  @Nullable Instant lastSeen();

  /**
   * It answers.
   *
   * @param revision the DCS's own, at the last sign of life
   * @param roundTrip of that
   */
  record InSight(Instant lastSeen, long revision, Duration roundTrip) implements Sight {}

  /** The console connects for the first time. */
  record Connecting(Instant since) implements Sight {
    @Override
    public @Nullable Instant lastSeen() {
      return null;
    }
  }

  /**
   * It doesn't answer.
   *
   * @param trouble a code of {@code dcs}, such as {@code QUORUM_LOST}
   */
  record OutOfSight(Blindness kind, Instant since, @Nullable Instant lastSeen, String trouble)
      implements Sight {}

  /** Whose trouble it is. */
  enum Blindness {
    /** The members of the clusters still see the DCS: only the console is cut off. */
    CONSOLE_CUT_OFF,
    /** The DCS answers that it has lost its quorum, or the members say so. */
    QUORUM_LOST,
    /** The members run on without the DCS, in failsafe mode. */
    FAILSAFE_HOLDS,
    /** Nobody could be asked yet. */
    UNKNOWN
  }
}

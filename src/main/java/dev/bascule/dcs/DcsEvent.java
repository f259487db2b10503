package dev.bascule.dcs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a stream tells, in order and without a gap. */
public sealed interface DcsEvent {
  /**
   * All there is at one revision: at the beginning, and again whenever an event could have been
   * missed. It replaces everything told before.
   */
  record Listed(long revision, List<DcsEntry> entries, Instant at) implements DcsEvent {
    /** Copies. */
    public Listed {
      entries = List.copyOf(entries);
    }
  }

  /** All that one revision changed. */
  record Changed(long revision, List<DcsChange> changes, Instant at) implements DcsEvent {
    /** Copies. */
    public Changed {
      changes = List.copyOf(changes);
    }
  }

  /** A sign of life, answered by a quorum. */
  record Alive(long revision, Instant at, Duration roundTrip) implements DcsEvent {}

  /**
   * No sign of life for too long, or a clear refusal. Told once when it begins, and again when the
   * trouble becomes another.
   */
  record OutOfSight(DcsTrouble trouble, Instant since) implements DcsEvent {}
}

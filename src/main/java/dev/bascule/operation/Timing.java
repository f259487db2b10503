package dev.bascule.operation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When something is to be done. */
public sealed interface Timing {
  /** When somebody starts it, once it is agreed. */
  record OnCommand() implements Timing {}

  /**
   * At a time.
   *
   * @param at the instant
   * @param zone the zone in which it was said, and is shown
   * @param keeper who waits for it
   */
  record At(Instant at, ZoneId zone, Keeper keeper) implements Timing {
    /** As it was said. */
    public ZonedDateTime local() {
      return at.atZone(zone);
    }
  }

  /** Who keeps a schedule. */
  enum Keeper {
    /** Bascule: everything is checked again at that instant. */
    BASCULE,
    /** Patroni, in its failover key: runs without Bascule, and nothing is checked then. */
    PATRONI
  }
}

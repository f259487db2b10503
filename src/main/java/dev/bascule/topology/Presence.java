package dev.bascule.topology;

import java.time.Instant;

/** Whether an expected member is there. */
public sealed interface Presence {
  /** Its key is in the DCS, so its lease lives. */
  record Seen() implements Presence {}

  /**
   * Expected, and its key is not there.
   *
   * @param since when the key was seen to be gone, or when the console first looked
   * @param lastRole the role it had when it was last seen
   * @param writability whether PostgreSQL there still takes writes, as asked over SSH
   */
  record Absent(Instant since, ClusterRole lastRole, Writability writability) implements Presence {}

  /** Shared, as it has no state. */
  Presence SEEN = new Seen();

  /** What an absent member's PostgreSQL answered. */
  enum Writability {
    /** Not asked, or it could not be asked. */
    UNKNOWN,
    /** It doesn't take writes. */
    NOT_WRITABLE,
    /** It takes writes outside Patroni: the gravest anomaly there is. */
    STILL_WRITABLE
  }
}

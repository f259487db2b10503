package dev.bascule.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at before an operation.
 *
 * @param code stable; texts are {@code operation.check.<code>} and {@code
 *     operation.check.<code>.why}
 * @param subject the member it is about; empty when it is about the cluster
 * @param value what was found
 * @param limit what it is held against; null when there is none
 * @param seenAt when the value was true, by whoever said it; null when it isn't known
 */
public record Check(
    String code,
    String subject,
    Level level,
    Fact value,
    @Nullable Fact limit,
    Source source,
    @Nullable Instant seenAt) {
  /** How it came out, worst first. */
  public enum Level {
    /** Blocks the operation. */
    RED,
    /** Must be acknowledged. */
    AMBER,
    /** In order. */
    GREEN
  }

  /** Who said it. */
  public enum Source {
    /** The keys in the DCS. */
    DCS,
    /** The member's Patroni, by its REST API. */
    REST,
    /** The instance's PostgreSQL, by psql over SSH. */
    SQL,
    /** The host, over SSH. */
    HOST,
    /** This console's own records. */
    BASCULE
  }

  /** The same check of the same subject has the same name on every sheet. */
  public String name() {
    return subject.isEmpty() ? code : code + ":" + subject;
  }
}

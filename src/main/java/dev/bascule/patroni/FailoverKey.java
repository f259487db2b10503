package dev.bascule.patroni;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A switchover or failover that was asked for: the {@code failover} key while it is not empty.
 *
 * @param leader who is to hand over; null for a failover by hand
 * @param candidate who is to lead; null when any may
 * @param scheduledAt when; null for now, or when the text was not understood
 * @param scheduledText the instant as written; null for now
 */
public record FailoverKey(
    @Nullable MemberName leader,
    @Nullable MemberName candidate,
    @Nullable Instant scheduledAt,
    @Nullable String scheduledText) {

  /** Whether it waits for its time. */
  public boolean scheduled() {
    return scheduledText != null;
  }
}

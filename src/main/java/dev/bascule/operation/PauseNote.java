package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import java.time.Instant;

/**
 * What is known of a pause that was asked for here.
 *
 * @param by who asked for it
 * @param until when it was meant to be over
 */
public record PauseNote(
    RequestId request,
    ClusterId cluster,
    String environment,
    String by,
    String reason,
    Instant until) {
  /** Whether it should be over by now. */
  public boolean overdue(Instant now) {
    return !now.isBefore(until);
  }
}

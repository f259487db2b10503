package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import java.time.Instant;

/**
 * Patroni is to leave a cluster alone: no automatic failover until somebody resumes it.
 *
 * @param until when it is meant to be over. Nothing resumes by itself: from then on everybody is
 *     reminded.
 */
public record Pause(ClusterId cluster, Instant until) implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "pause";

  @Override
  public String kind() {
    return KIND;
  }
}

package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;

/**
 * Another member is to lead.
 *
 * @param successor who
 * @param checkpointFirst whether a {@code CHECKPOINT} is run on the leader just before, which
 *     shortens the interruption
 */
public record Switchover(
    ClusterId cluster, Successor successor, Timing timing, boolean checkpointFirst)
    implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "switchover";

  @Override
  public String kind() {
    return KIND;
  }
}

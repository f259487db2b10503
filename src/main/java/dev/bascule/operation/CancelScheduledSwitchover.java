package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;

/** A switchover that Patroni itself keeps for later is to be taken back. */
public record CancelScheduledSwitchover(ClusterId cluster) implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "switchover-cancel";

  @Override
  public String kind() {
    return KIND;
  }
}

package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;

/** Patroni is to look after a paused cluster again. */
public record Resume(ClusterId cluster) implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "resume";

  @Override
  public String kind() {
    return KIND;
  }
}

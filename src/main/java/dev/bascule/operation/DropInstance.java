package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;

/** A member's instance is deleted for good: its data, its Patroni and its services. */
public record DropInstance(ClusterId cluster, MemberName member) implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "instance-drop";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public MemberName leaving() {
    return member;
  }
}

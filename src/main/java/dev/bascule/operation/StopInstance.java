package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;

/** A member's Patroni and PostgreSQL are stopped, until somebody starts them again. */
public record StopInstance(ClusterId cluster, MemberName member) implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "instance-stop";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public MemberName leaving() {
    return member;
  }
}

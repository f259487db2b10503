package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;

/** A member that is away is started, Patroni and with it PostgreSQL. */
public record StartInstance(ClusterId cluster, MemberName member) implements Operation {
  /** Its {@link #kind()}. */
  public static final String KIND = "instance-start";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public MemberName leaving() {
    return member;
  }
}

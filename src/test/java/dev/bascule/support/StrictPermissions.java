package dev.bascule.support;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;

/** Permissions by the actor's rights alone. */
public final class StrictPermissions implements Permissions {
  @Override
  public void require(Actor actor, Right right, String doing) {
    if (!actor.may(right)) {
      throw new NotAllowed(actor, right);
    }
  }

  @Override
  public void require(Actor actor, Right right, String environment, String doing) {
    if (!actor.may(right, environment)) {
      throw new NotAllowed(actor, right);
    }
  }
}

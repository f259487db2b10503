package dev.bascule.access.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Insists that whoever looks after people and tokens gives no more than they reach themselves, and
 * touches nobody who reaches further: an administrator of one environment stays one.
 */
@Component
final class Bounds {
  private final Permissions permissions;

  Bounds(Permissions permissions) {
    this.permissions = permissions;
  }

  /** Refuses without MANAGE_PEOPLE, or when the actor doesn't reach all of the scope. */
  void require(Actor actor, Scope scope, String doing) {
    permissions.require(actor, Right.MANAGE_PEOPLE, doing);
    if (!actor.scope().includes(scope)) {
      // no environment has this name: it stands for all, in the refusal and its entry
      String beyond =
          scope.everywhere()
              ? "*"
              : new TreeSet<>(scope.environments())
                  .stream().filter(name -> !actor.scope().covers(name)).findFirst().orElse("*");
      permissions.require(actor, Right.MANAGE_PEOPLE, beyond, doing);
    }
  }
}

package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent.Refused;
import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells everybody who listens when somebody was refused. */
@Component
final class PublishedPermissions implements Permissions {
  private final ApplicationEventPublisher events;

  PublishedPermissions(ApplicationEventPublisher events) {
    this.events = events;
  }

  @Override
  public void require(Actor actor, Right right, String doing) {
    if (!actor.may(right)) {
      refuse(actor, right, "", doing);
    }
  }

  @Override
  public void require(Actor actor, Right right, String environment, String doing) {
    if (!actor.may(right, environment)) {
      refuse(actor, right, environment, doing);
    }
  }

  private void refuse(Actor actor, Right right, String environment, String doing) {
    NotAllowed refusal = new NotAllowed(actor, right);
    try {
      events.publishEvent(new Refused(actor, right, environment, doing));
    } catch (RuntimeException e) {
      // the console's database is gone: it stays a refusal
      refusal.addSuppressed(e);
    }
    throw refusal;
  }
}

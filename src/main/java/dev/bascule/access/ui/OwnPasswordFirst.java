package dev.bascule.access.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.People;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Leads whoever signed in with a password that somebody else set to the page where they choose
 * their own, whatever page they ask for.
 */
@Component
final class OwnPasswordFirst implements VaadinServiceInitListener {
  private static final long serialVersionUID = 1L;
  private static final Set<Class<?>> OPEN = Set.of(MeView.class, LoginView.class, SetupView.class);

  private final transient People people;
  private final transient CurrentActor actor;

  OwnPasswordFirst(People people, CurrentActor actor) {
    this.people = people;
    this.actor = actor;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().addUIInitListener(start -> start.getUI().addBeforeEnterListener(this::lead));
  }

  void lead(BeforeEnterEvent event) {
    if (!OPEN.contains(event.getNavigationTarget())
        && actor.find().map(Actor::id).filter(this::temporary).isPresent()) {
      event.forwardTo(MeView.class);
    }
  }

  /** Without its database the console only shows; then this can wait. */
  private boolean temporary(dev.bascule.access.PersonId id) {
    try {
      return people.hasTemporaryPassword(id);
    } catch (DataAccessException e) {
      return false;
    }
  }
}

package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent.PasswordChanged;
import dev.bascule.access.AccessEvent.PersonDisabled;
import dev.bascule.access.PersonId;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The web sessions of this console by person, so that they end at once when somebody is disabled or
 * gets another password; open pages go with them. Sessions on another console end at their next
 * request.
 */
@Component
final class Sessions implements HttpSessionListener {
  private final Map<String, Owned> open = new ConcurrentHashMap<>();

  private record Owned(HttpSession session, PersonId person) {}

  /** Notes whose session it is. */
  void belongs(HttpSession session, PersonId person) {
    open.computeIfAbsent(session.getId(), id -> new Owned(session, person));
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    open.remove(event.getSession().getId());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(PersonDisabled event) {
    end(event.person().id());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(PasswordChanged event) {
    end(event.person().id());
  }

  private void end(PersonId person) {
    List<Owned> theirs =
        open.values().stream().filter(owned -> owned.person.equals(person)).toList();
    for (Owned owned : theirs) {
      try {
        owned.session.invalidate();
      } catch (IllegalStateException e) {
        // it ended by itself meanwhile
        open.values().remove(owned);
      }
    }
  }
}

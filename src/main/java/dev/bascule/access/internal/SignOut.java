package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent.SignedOut;
import dev.bascule.access.Actor;
import dev.bascule.access.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells that somebody signed out. Leaving is never prevented, not even by a lost database. */
@Component
final class SignOut implements LogoutHandler {
  private static final Logger log = LoggerFactory.getLogger(SignOut.class);

  private final ApplicationEventPublisher events;

  SignOut(ApplicationEventPublisher events) {
    this.events = events;
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication == null
        || !(authentication.getPrincipal() instanceof SessionPerson person)) {
      return;
    }
    Actor actor =
        Actor.person(
            person.personId(),
            person.name(),
            Set.of(),
            Scope.of(Set.of()),
            String.valueOf(request.getRemoteAddr()));
    try {
      events.publishEvent(new SignedOut(actor));
    } catch (DataAccessException | TransactionException e) {
      log.warn("A sign-out could not be noted", e);
    }
  }
}

package dev.bascule.access.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Person;
import dev.bascule.access.PresentPerson;
import dev.bascule.access.Right;
import dev.bascule.access.internal.KnownPeople.Known;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Reads the security context of the thread: the only place that does, beside sign-in's filters. */
@Component
final class SecurityContextActor implements CurrentActor, PresentPerson {
  private final KnownPeople people;

  SecurityContextActor(KnownPeople people) {
    this.people = people;
  }

  @Override
  public Actor get() {
    return find().orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
  }

  @Override
  public Optional<Actor> find() {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    if (present == null || !present.isAuthenticated()) {
      return Optional.empty();
    }
    if (present.getPrincipal() instanceof SessionPerson session) {
      return known(session).map(known -> actor(known, address(present)));
    }
    return present instanceof TokenAuthentication token
        ? Optional.of(token.actor())
        : Optional.empty();
  }

  @Override
  public Optional<Person> person() {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    return present != null && present.getPrincipal() instanceof SessionPerson session
        ? known(session).map(Known::person)
        : Optional.empty();
  }

  private Optional<Known> known(SessionPerson session) {
    return people
        .find(session.personId())
        .filter(known -> known.credentials() == session.credentials());
  }

  /** Without the database a person may look on, no more. */
  static Actor actor(Known known, String address) {
    Person person = known.person();
    EnumSet<Right> rights = EnumSet.noneOf(Right.class);
    rights.addAll(person.rights());
    if (!known.current()) {
      rights.retainAll(EnumSet.of(Right.VIEW, Right.READ_AUDIT));
    }
    return Actor.person(person.id(), person.name().value(), rights, person.scope(), address);
  }

  private static String address(Authentication authentication) {
    return authentication.getDetails() instanceof WebAuthenticationDetails details
        ? String.valueOf(details.getRemoteAddress())
        : "";
  }
}

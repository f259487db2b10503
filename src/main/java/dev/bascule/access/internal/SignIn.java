package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent.Locked;
import dev.bascule.access.AccessEvent.SignInRefused;
import dev.bascule.access.AccessEvent.SignedIn;
import dev.bascule.access.Actor;
import dev.bascule.access.Password;
import dev.bascule.access.Person;
import dev.bascule.access.PersonName;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks a name and a password. Whoever isn't let in learns nothing about which names there are:
 * the answer and the time it takes are the same for a wrong name, a wrong password and a disabled
 * person. If the audit log can't be written nobody is let in.
 */
@Component
final class SignIn implements AuthenticationProvider {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);
  private static final int LONGEST_CLAIM = 64;

  private final PeopleTable people;
  private final Passwords passwords;
  private final SignInGuard guard;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SignIn(
      PeopleTable people,
      Passwords passwords,
      SignInGuard guard,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.people = people;
    this.passwords = passwords;
    this.guard = guard;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String claimed = cut(asked.getName());
    String typed = asked.getCredentials() instanceof String text ? text : "";
    String address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    try {
      return checked(claimed, asked.getName(), typed, address, asked.getDetails());
    } catch (DataAccessException | TransactionException | IllegalStateException e) {
      log.error("Nobody can sign in: the console's database or audit log failed", e);
      throw new InternalAuthenticationServiceException("can't be checked now", e);
    }
  }

  private Authentication checked(
      String claimed, String typedName, String typed, String address, @Nullable Object details) {
    Attempt attempt = guard.begin(claimed, address);
    Actor nobody = Actor.anonymous(claimed, address);
    if (attempt.isRefused()) {
      throw locked(attempt, nobody);
    }
    Optional<PeopleTable.Row> found = named(typedName);
    Optional<Password> password = password(typed);
    boolean right = matches(found, password);
    if (!right || found.isEmpty() || found.get().person().disabled()) {
      String why = password.isEmpty() ? "too-long" : right ? "disabled" : "wrong";
      publish(new SignInRefused(nobody, why));
      throw new BadCredentialsException(why);
    }
    guard.succeeded(attempt);
    return let(found.get(), address, details);
  }

  private LockedException locked(Attempt attempt, Actor nobody) {
    if (attempt.lockBegins() && attempt.lockedUntil() != null) {
      publish(new Locked(nobody, attempt.account(), attempt.lockedUntil()));
      log.warn(
          "Too many wrong passwords from {}: it waits until {}",
          attempt.address(),
          attempt.lockedUntil());
    }
    return new LockedException("locked");
  }

  private boolean matches(Optional<PeopleTable.Row> found, Optional<Password> password) {
    Password given = password.orElseGet(() -> new Password(""));
    if (found.isEmpty() || password.isEmpty()) {
      passwords.pretend(given);
      return false;
    }
    return passwords.matches(given, found.get().passwordHash());
  }

  private Authentication let(PeopleTable.Row row, String address, @Nullable Object details) {
    Person person = row.person();
    transaction.executeWithoutResult(
        status -> {
          people.putSignIn(person.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
          events.publishEvent(new SignedIn(person.actor(address)));
        });
    UsernamePasswordAuthenticationToken in =
        UsernamePasswordAuthenticationToken.authenticated(
            new SessionPerson(person.id().value(), person.name().value(), row.credentials()),
            null,
            Authorities.of(person.rights()));
    in.setDetails(details);
    return in;
  }

  private Optional<PeopleTable.Row> named(String name) {
    try {
      return people.find(new PersonName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Password> password(String typed) {
    return typed.length() > Password.LONGEST ? Optional.empty() : Optional.of(new Password(typed));
  }

  private void publish(Object event) {
    transaction.executeWithoutResult(status -> events.publishEvent(event));
  }

  private static String cut(String text) {
    return text.length() > LONGEST_CLAIM ? text.substring(0, LONGEST_CLAIM - 1) + "…" : text;
  }
}

package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent;
import dev.bascule.access.Actor;
import dev.bascule.access.ApiTokens;
import dev.bascule.access.NewPerson;
import dev.bascule.access.Password;
import dev.bascule.access.People;
import dev.bascule.access.Person;
import dev.bascule.access.PersonId;
import dev.bascule.access.PersonName;
import dev.bascule.access.Right;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import dev.bascule.support.Database;
import dev.bascule.support.SettableClock;
import dev.bascule.support.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** People, tokens and the door on a database of its own; what is published is kept in order. */
public final class AccessBench {
  /** Everybody's password. */
  public static final Password GOOD = new Password("correct horse battery");

  /** An administrator who stands in no table. */
  public static final Actor ADA =
      Actor.person(
          PersonId.random(), "ada", Role.rightsOf(Set.of(Role.ADMIN)), Scope.all(), "10.0.0.1");

  static final Actor VIC =
      Actor.person(PersonId.random(), "vic", Set.of(Right.VIEW), Scope.all(), "10.0.0.2");

  final TestDatabase database;
  final SettableClock clock = new SettableClock();
  final List<AccessEvent> events = new CopyOnWriteArrayList<>();
  final ApplicationEventPublisher publisher =
      event -> {
        if (event instanceof AccessEvent happened) {
          events.add(happened);
        }
      };
  final PeopleTable table;
  final Bounds bounds = new Bounds(new PublishedPermissions(publisher));
  final Passwords passwords = new Passwords();
  final SignInGuard guard;
  final StoredPeople people;
  final StoredTokens tokens;
  final SignIn signIn;

  /** An empty one. */
  public AccessBench(Database kind) {
    database = kind.fresh();
    table = new PeopleTable(database.source());
    guard = new SignInGuard(database.source(), database.transactions(), clock);
    people =
        new StoredPeople(
            table, passwords, guard, bounds, publisher, database.transactions(), clock);
    tokens = new StoredTokens(database.source(), database.transactions(), bounds, publisher, clock);
    signIn = new SignIn(table, passwords, guard, publisher, database.transactions(), clock);
  }

  /** Somebody with {@link #GOOD} as password. */
  public Person with(String name, Role role) {
    return with(name, role, Scope.all());
  }

  Person with(String name, Role role, Scope scope) {
    return people.create(ADA, new NewPerson(new PersonName(name), name, Set.of(role), scope), GOOD);
  }

  /** Tries to sign in from an address. */
  Authentication from(String address, String name, String password) {
    UsernamePasswordAuthenticationToken asked =
        UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    asked.setDetails(new WebAuthenticationDetails(address, null));
    return signIn.authenticate(asked);
  }

  /** The people. */
  public People people() {
    return people;
  }

  /** The tokens. */
  public ApiTokens tokens() {
    return tokens;
  }

  <T extends AccessEvent> List<T> events(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

package dev.bascule.access.internal;

import dev.bascule.access.AccessEvent;
import dev.bascule.access.AccessEvent.PasswordChangeRefused;
import dev.bascule.access.AccessEvent.PasswordChanged;
import dev.bascule.access.AccessEvent.PersonAssigned;
import dev.bascule.access.AccessEvent.PersonCreated;
import dev.bascule.access.AccessEvent.PersonDisabled;
import dev.bascule.access.AccessEvent.PersonEnabled;
import dev.bascule.access.AccessEvent.PersonRenamed;
import dev.bascule.access.Actor;
import dev.bascule.access.NewPerson;
import dev.bascule.access.Password;
import dev.bascule.access.People;
import dev.bascule.access.Person;
import dev.bascule.access.PersonId;
import dev.bascule.access.PersonName;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People in the console's database. */
@Component
final class StoredPeople implements People {
  private final PeopleTable table;
  private final Passwords passwords;
  private final SignInGuard guard;
  private final Bounds bounds;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  StoredPeople(
      PeopleTable table,
      Passwords passwords,
      SignInGuard guard,
      Bounds bounds,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.table = table;
    this.passwords = passwords;
    this.guard = guard;
    this.bounds = bounds;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public Optional<Person> find(PersonId id) {
    return table.find(id).map(PeopleTable.Row::person);
  }

  @Override
  public Optional<Person> find(PersonName name) {
    return table.find(name).map(PeopleTable.Row::person);
  }

  @Override
  public List<Person> list() {
    return table.list(PAGE);
  }

  @Override
  public boolean isEmpty() {
    return table.isEmpty();
  }

  @Override
  public Person create(Actor actor, NewPerson person, Password password) {
    bounds.require(actor, person.scope(), "people.create");
    return create(actor, person, password, true);
  }

  /** For the first start, when there is nobody who could have the right. */
  Person createUnasked(Actor actor, NewPerson wanted, Password password) {
    return create(actor, wanted, password, false);
  }

  private Person create(Actor actor, NewPerson wanted, Password password, boolean temporary) {
    Passwords.check(password, wanted.name().value());
    String hash = passwords.hash(password);
    return inTransaction(
        () -> {
          table.lock();
          if (table.find(wanted.name()).isPresent()) {
            throw new NameTaken(wanted.name());
          }
          Person person =
              new Person(
                  PersonId.random(),
                  wanted.name(),
                  wanted.displayName(),
                  wanted.roles(),
                  wanted.scope(),
                  false,
                  clock.instant().truncatedTo(ChronoUnit.MICROS),
                  Optional.empty(),
                  0);
          table.insert(person, hash, temporary);
          events.publishEvent(new PersonCreated(actor, person));
          return person;
        });
  }

  @Override
  public Person assign(Actor actor, PersonId id, long version, Set<Role> roles, Scope scope) {
    bounds.require(actor, scope, "people.assign");
    within(actor, id, "people.assign");
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a person has at least one role");
    }
    return changed(
        id,
        version,
        before -> with(before, before.displayName(), roles, scope, before.disabled()),
        (before, after) -> new PersonAssigned(actor, after, before.roles(), before.scope()));
  }

  @Override
  public Person rename(Actor actor, PersonId id, long version, String displayName) {
    within(actor, id, "people.rename");
    return changed(
        id,
        version,
        before ->
            with(
                before,
                new NewPerson(before.name(), displayName, before.roles(), before.scope())
                    .displayName(),
                before.roles(),
                before.scope(),
                before.disabled()),
        (before, after) -> new PersonRenamed(actor, after, before.displayName()));
  }

  @Override
  public Person disable(Actor actor, PersonId id) {
    within(actor, id, "people.disable");
    return switched(id, true, after -> new PersonDisabled(actor, after));
  }

  @Override
  public Person enable(Actor actor, PersonId id) {
    within(actor, id, "people.enable");
    return switched(id, false, after -> new PersonEnabled(actor, after));
  }

  private Person switched(PersonId id, boolean disabled, Function<Person, AccessEvent> event) {
    Person present = present(id).person();
    if (present.disabled() == disabled) {
      return present;
    }
    return changed(
        id,
        present.version(),
        before -> with(before, before.displayName(), before.roles(), before.scope(), disabled),
        (before, after) -> event.apply(after));
  }

  @Override
  public void resetPassword(Actor actor, PersonId id, Password password) {
    Person person = within(actor, id, "people.reset-password");
    put(actor, person, password, true);
  }

  @Override
  public boolean changeOwnPassword(Actor actor, Password present, Password next) {
    PeopleTable.Row row = present(actor.id());
    Passwords.check(next, row.person().name().value());
    Attempt attempt = guard.begin(row.person().name().value(), actor.remoteAddress());
    if (attempt.isRefused() || !passwords.matches(present, row.passwordHash())) {
      inTransaction(
          () -> {
            events.publishEvent(new PasswordChangeRefused(actor));
            return true;
          });
      return false;
    }
    guard.succeeded(attempt);
    put(actor, row.person(), next, false);
    return true;
  }

  @Override
  public boolean hasTemporaryPassword(PersonId id) {
    return table.hasTemporaryPassword(id);
  }

  private void put(Actor actor, Person person, Password password, boolean temporary) {
    Passwords.check(password, person.name().value());
    String hash = passwords.hash(password);
    inTransaction(
        () -> {
          table.putPassword(person.id(), hash, temporary);
          events.publishEvent(new PasswordChanged(actor, person));
          return person;
        });
  }

  private Person changed(
      PersonId id,
      long version,
      Function<Person, Person> change,
      java.util.function.BiFunction<Person, Person, AccessEvent> event) {
    return inTransaction(
        () -> {
          table.lock();
          Person before = present(id).person();
          if (before.version() != version) {
            throw new ChangedMeanwhile();
          }
          int administratorsBefore = table.administrators();
          Person after = change.apply(before);
          if (!table.update(after, after.disabled() && !before.disabled())) {
            throw new ChangedMeanwhile();
          }
          if (administratorsBefore > 0 && table.administrators() == 0) {
            throw new LastAdministrator();
          }
          events.publishEvent(event.apply(before, after));
          return present(id).person();
        });
  }

  /** The person, if the actor looks after people and reaches all that this one does. */
  private Person within(Actor actor, PersonId id, String doing) {
    bounds.require(actor, Scope.of(Set.of()), doing);
    Person person = present(id).person();
    bounds.require(actor, person.scope(), doing);
    return person;
  }

  private PeopleTable.Row present(PersonId id) {
    return table
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no person " + id));
  }

  private static Person with(
      Person before, String displayName, Set<Role> roles, Scope scope, boolean disabled) {
    return new Person(
        before.id(),
        before.name(),
        displayName,
        roles,
        scope,
        disabled,
        before.createdAt(),
        before.lastSignIn(),
        before.version());
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}

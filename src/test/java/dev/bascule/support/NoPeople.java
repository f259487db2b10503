package dev.bascule.support;

import dev.bascule.access.Actor;
import dev.bascule.access.NewPerson;
import dev.bascule.access.Password;
import dev.bascule.access.People;
import dev.bascule.access.Person;
import dev.bascule.access.PersonId;
import dev.bascule.access.PersonName;
import dev.bascule.access.Role;
import dev.bascule.access.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** There is nobody, and nobody can be made: for pages that only list people. */
public final class NoPeople implements People {
  @Override
  public Optional<Person> find(PersonId id) {
    return Optional.empty();
  }

  @Override
  public Optional<Person> find(PersonName name) {
    return Optional.empty();
  }

  @Override
  public List<Person> list() {
    return List.of();
  }

  @Override
  public boolean isEmpty() {
    return true;
  }

  @Override
  public boolean hasTemporaryPassword(PersonId id) {
    return false;
  }

  @Override
  public Person create(Actor actor, NewPerson person, Password password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Person assign(Actor actor, PersonId id, long version, Set<Role> roles, Scope scope) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Person rename(Actor actor, PersonId id, long version, String displayName) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Person disable(Actor actor, PersonId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Person enable(Actor actor, PersonId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void resetPassword(Actor actor, PersonId id, Password password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean changeOwnPassword(Actor actor, Password present, Password next) {
    throw new UnsupportedOperationException();
  }
}

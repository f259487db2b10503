package dev.bascule.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The people who may sign in. Each change needs {@link Right#MANAGE_PEOPLE} (else {@link
 * NotAllowed}), is published as an {@link AccessEvent}, and stands in the audit log in the same
 * transaction. The last administrator who can sign in stays one: {@link LastAdministrator}.
 */
public interface People {
  /** At most so many people are listed at once. */
  int PAGE = 500;

  /** Somebody by id. */
  Optional<Person> find(PersonId id);

  /** Somebody by sign-in name. */
  Optional<Person> find(PersonName name);

  /** People by name, at most {@link #PAGE}. */
  List<Person> list();

  /** Whether there is anybody at all. */
  boolean isEmpty();

  /** Whether somebody else set the person's password, so that they have to choose their own. */
  boolean hasTemporaryPassword(PersonId id);

  /**
   * Makes a person; the password is for the first sign-in alone.
   *
   * @throws NameTaken if somebody has the name
   * @throws WeakPassword if it is too easily guessed
   */
  Person create(Actor actor, NewPerson person, Password password);

  /**
   * Gives other roles and another scope; a signed-in person has them at their next click.
   *
   * @param version the version that was looked at
   * @throws ChangedMeanwhile if somebody else changed the person since
   */
  Person assign(Actor actor, PersonId id, long version, Set<Role> roles, Scope scope);

  /** Gives another display name. */
  Person rename(Actor actor, PersonId id, long version, String displayName);

  /** Keeps somebody from signing in, and ends the sessions they have. */
  Person disable(Actor actor, PersonId id);

  /** Lets somebody sign in again. */
  Person enable(Actor actor, PersonId id);

  /**
   * Sets a new password for somebody, good for their next sign-in alone, and ends the sessions they
   * have.
   *
   * @throws WeakPassword if it is too easily guessed
   */
  void resetPassword(Actor actor, PersonId id, Password password);

  /**
   * Lets a person change their own password; needs no right but the present password. Ends all
   * their sessions, this one too.
   *
   * @return false if the present one was wrong, or was wrong too often
   * @throws WeakPassword if the next one is too easily guessed
   */
  boolean changeOwnPassword(Actor actor, Password present, Password next);

  /** Somebody has that sign-in name already. */
  final class NameTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal that names the name. */
    public NameTaken(PersonName name) {
      super("there is a person called " + name);
    }
  }

  /** After this nobody could administer the console. Nothing was changed. */
  final class LastAdministrator extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal. */
    public LastAdministrator() {
      super("the last administrator stays one");
    }
  }

  /** Somebody else changed the same person since it was looked at. Nothing was changed. */
  final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal. */
    public ChangedMeanwhile() {
      super("somebody else changed this person meanwhile");
    }
  }
}

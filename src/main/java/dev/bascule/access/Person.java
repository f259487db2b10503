package dev.bascule.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A person as the console knows them; the password is not part of it.
 *
 * @param id who it is, for ever
 * @param name the sign-in name, normalised
 * @param displayName how pages call them, plain text
 * @param roles what they may do
 * @param scope where
 * @param disabled whether they can't sign in any more
 * @param createdAt when they were made
 * @param lastSignIn when they last signed in, if ever
 * @param version counts changes, to notice that somebody else changed it meanwhile
 */
public record Person(
    PersonId id,
    PersonName name,
    String displayName,
    Set<Role> roles,
    Scope scope,
    boolean disabled,
    Instant createdAt,
    Optional<Instant> lastSignIn,
    long version) {

  /** Copies the roles. */
  public Person {
    roles = Set.copyOf(roles);
  }

  /** All that the roles allow; nothing for a disabled person. */
  public Set<Right> rights() {
    return disabled ? EnumSet.noneOf(Right.class) : Role.rightsOf(roles);
  }

  /** The person as the one who acts. */
  public Actor actor(String remoteAddress) {
    return Actor.person(id, name.value(), rights(), scope, remoteAddress);
  }
}

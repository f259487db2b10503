package dev.bascule.access;

import java.util.Optional;

/** Who is signed in, with name and roles. */
public interface PresentPerson {
  /**
   * The person of this thread's session, as last known while the database can't be asked; empty
   * when nobody is signed in, or a token is.
   */
  Optional<Person> person();
}

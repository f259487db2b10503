package dev.bascule.access;

import java.util.Optional;

/**
 * Who acts on this thread: the person signed in, or the token's program. Only views and REST
 * controllers ask; services get an {@link Actor}.
 */
public interface CurrentActor {
  /**
   * Who acts now, with the rights they have now.
   *
   * <p>If the console's database can't be asked, a person keeps {@link Right#VIEW} and {@link
   * Right#READ_AUDIT} at most, as last known.
   *
   * @throws IllegalStateException if nobody is signed in on this thread
   */
  Actor get();

  /** Who acts now, if anybody is signed in. */
  Optional<Actor> find();
}

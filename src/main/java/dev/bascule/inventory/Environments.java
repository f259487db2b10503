package dev.bascule.inventory;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import java.util.List;
import java.util.Optional;

/**
 * The environments. Reading answers from memory; each change needs the right to manage the
 * inventory (else {@link NotAllowed}) and stands in the audit log in the same transaction.
 */
public interface Environments {
  /** Production first, then by name. */
  List<Environment> list();

  /** One by name. */
  Optional<Environment> find(String name);

  /**
   * Adds one.
   *
   * @throws Unacceptable if the name is taken
   */
  void create(Actor actor, Environment environment);

  /**
   * Changes the one with that name.
   *
   * @throws ChangedMeanwhile if it no longer has the given version
   */
  void update(Actor actor, Environment environment);

  /**
   * Removes one.
   *
   * @throws Unacceptable if hosts, clusters or DCS endpoints still belong to it
   */
  void remove(Actor actor, String name);
}

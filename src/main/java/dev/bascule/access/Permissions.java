package dev.bascule.access;

/**
 * Refuses what an actor may not do. Services ask it first, before they begin a transaction or touch
 * anything; a refusal is published as {@link AccessEvent.Refused} and so is in the audit log, even
 * when the caller's transaction is rolled back.
 */
public interface Permissions {
  /**
   * Insists on a right for something that belongs to no environment.
   *
   * @param doing what was tried, as a stable dotted code such as {@code people.create}
   * @throws NotAllowed without the right
   */
  void require(Actor actor, Right right, String doing);

  /**
   * Insists on a right in an environment.
   *
   * @param doing what was tried, as a stable dotted code such as {@code switchover.request}
   * @throws NotAllowed without the right, or where it doesn't reach the environment
   */
  void require(Actor actor, Right right, String environment, String doing);
}

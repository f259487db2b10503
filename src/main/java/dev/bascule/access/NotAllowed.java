package dev.bascule.access;

/** The actor hasn't the right that this needs, or not there. Nothing was changed. */
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final Right right;

  /**
   * A refusal.
   *
   * @param actor who tried
   * @param right what was missing
   */
  public NotAllowed(Actor actor, Right right) {
    super("%s has not the right %s here".formatted(actor.name(), right));
    this.actor = actor;
    this.right = right;
  }

  /** Who tried. */
  public Actor actor() {
    return actor;
  }

  /** What was missing. */
  public Right right() {
    return right;
  }
}

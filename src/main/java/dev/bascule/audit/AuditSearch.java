package dev.bascule.audit;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;

/** Finds entries, newest first. */
public interface AuditSearch {
  /** The most entries of one answer. */
  int MOST = 500;

  /**
   * Looks for entries that the actor may see: needs READ_AUDIT; a limited scope hides what belongs
   * to other environments or to none, except one's own doings.
   *
   * @param before only entries with a lower number; {@code Long.MAX_VALUE} to begin
   * @param limit 1 to {@link #MOST}
   * @throws NotAllowed without the right
   * @throws TookTooLong if it could not be answered within 2 s
   */
  AuditPage search(Actor actor, AuditQuery query, long before, int limit);

  /** The search was given up; a narrower one may be answered. */
  final class TookTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A search given up. */
    public TookTooLong(Throwable cause) {
      super("the search took longer than 2 s", cause);
    }
  }
}

package dev.bascule.operation;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a request stands. Names are kept in the database and shown in the API: they never change.
 */
public enum RequestState {
  /** A sheet that nobody has asked for yet; not kept. */
  DRAFT,
  /** Waits for others to agree. */
  REQUESTED,
  /** Agreed; waits for somebody to start it. */
  APPROVED,
  /** Agreed; waits for its time. */
  SCHEDULED,
  /** About to be sent: from here on only an outcome ends it. */
  DISPATCHING,
  /** A program runs on a host. */
  RUNNING,
  /** Looking at what became of it. */
  OBSERVING,
  /** Done as asked, and seen. */
  SUCCEEDED,
  /** Done, but not as asked. */
  DEVIATED,
  /** Nothing changed, or undone, and that is proven. */
  FAILED,
  /** A check turned red at the last moment; nothing was sent. */
  ABORTED_STALE,
  /** A person must look. */
  UNKNOWN,
  /** Taken back. */
  CANCELLED,
  /** Its time is over. */
  EXPIRED,
  /** Somebody refused. */
  REJECTED,
  /** The world or the parameters changed: ask again. */
  VOIDED;

  private static final Set<RequestState> WAITING = EnumSet.of(REQUESTED, APPROVED, SCHEDULED);
  private static final Set<RequestState> UNDER_WAY = EnumSet.of(DISPATCHING, RUNNING, OBSERVING);
  private static final Set<RequestState> NEVER_SENT =
      EnumSet.of(CANCELLED, EXPIRED, REJECTED, VOIDED);
  private static final Set<RequestState> OUTCOMES =
      EnumSet.of(SUCCEEDED, DEVIATED, FAILED, ABORTED_STALE, UNKNOWN);

  /** Nothing was sent yet, and something may still be. */
  public boolean waiting() {
    return WAITING.contains(this);
  }

  /** Between the first intent to send and the outcome. */
  public boolean underWay() {
    return UNDER_WAY.contains(this);
  }

  /** Nothing follows. */
  public boolean over() {
    return NEVER_SENT.contains(this) || OUTCOMES.contains(this);
  }

  /** Whether it is an outcome of something that was dispatched. */
  public boolean outcome() {
    return OUTCOMES.contains(this);
  }

  /** Whether {@code next} may follow. */
  public boolean mayBecome(RequestState next) {
    return switch (this) {
      case DRAFT -> next == REQUESTED;
      case REQUESTED -> next == APPROVED || NEVER_SENT.contains(next);
      case APPROVED -> next == SCHEDULED || next == DISPATCHING || NEVER_SENT.contains(next);
      case SCHEDULED -> next == DISPATCHING || NEVER_SENT.contains(next);
      case DISPATCHING -> next == RUNNING || next == OBSERVING || OUTCOMES.contains(next);
      case RUNNING -> next == OBSERVING || endsAfterSending(next);
      case OBSERVING -> next == RUNNING || endsAfterSending(next);
      case SUCCEEDED, DEVIATED, FAILED, ABORTED_STALE, UNKNOWN -> false;
      case CANCELLED, EXPIRED, REJECTED, VOIDED -> false;
    };
  }

  private static boolean endsAfterSending(RequestState next) {
    return OUTCOMES.contains(next) && next != ABORTED_STALE;
  }
}

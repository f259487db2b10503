package dev.bascule.approval;

/** A vote that doesn't count, and why. Nothing was changed. */
public final class NotCounted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why not. */
  public NotCounted(Reason reason) {
    super("The vote doesn't count: " + reason);
    this.reason = reason;
  }

  /** Why a vote doesn't count; each has its text under {@code approval.not-counted.}. */
  public enum Reason {
    /** Whoever asks doesn't agree to it too. */
    OWN_REQUEST,
    /** The person has no right to approve there. */
    NO_RIGHT,
    /** This person already answered. */
    ALREADY_ANSWERED,
    /** What was shown isn't what is asked any more. */
    ANOTHER_PLAN,
    /** Its time is over. */
    EXPIRED,
    /** It was decided, refused or taken back meanwhile. */
    CLOSED
  }

  /** Why not. */
  public Reason reason() {
    return reason;
  }
}

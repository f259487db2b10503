package dev.bascule.operation;

/**
 * Why something was not done. Nothing was changed.
 *
 * @param code stable, for the audit log and tests
 * @param said for the person who asked
 */
public record Refusal(Code code, Phrase said) {
  /** The kinds of refusal; each has a text {@code operation.refused.<code>}. */
  public enum Code {
    /** There is no such request, or it isn't the person's to see. */
    NOT_FOUND,
    /** A check is red. */
    BLOCKED,
    /** A reservation was not acknowledged. */
    NOT_ACKNOWLEDGED,
    /** What was shown isn't what is. */
    ANOTHER_PLAN,
    /** The request is not in a state for that. */
    WRONG_STATE,
    /** A reason is missing or too long. */
    REASON,
    /** The vote doesn't count. */
    VOTE,
    /** Another operation holds the cluster. */
    CLUSTER_BUSY,
    /** The DCS is out of sight. */
    DCS_OUT_OF_SIGHT,
    /** The time lies in the past, or after the agreement's end. */
    TIME,
    /** The cluster's or a member's name can't be part of a command. */
    NAME,
    /** No host is known that could run it. */
    NO_HOST,
    /** The console's own database can't be written. */
    DATABASE
  }
}

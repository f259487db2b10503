package dev.bascule.approval;

import dev.bascule.access.PersonId;
import java.time.Instant;

/**
 * What somebody answered.
 *
 * @param voter who; never the one who asked
 * @param name the voter's name at that time
 * @param hash what the voter saw and answered to
 * @param comment at most 2,000 characters, may be empty
 */
public record Vote(
    PersonId voter, String name, Answer answer, PlanHash hash, Instant at, String comment) {
  /** Yes or no. One no ends a proposal. */
  public enum Answer {
    /** Agreed. */
    APPROVED,
    /** Refused. */
    REJECTED
  }

  /** Longest comment that is kept. */
  public static final int LONGEST_COMMENT = 2_000;

  /** Refuses a comment that is too long. */
  public Vote {
    if (comment.length() > LONGEST_COMMENT) {
      throw new IllegalArgumentException("a comment has at most 2,000 characters");
    }
  }
}

package dev.bascule.approval;

import java.time.Duration;

/**
 * Who must agree before something is done, and for how long an agreement holds. Whoever asks never
 * counts among those who agree, whatever the policy.
 *
 * @param approvals how many other people must agree, 0 to 5
 * @param expiry how long a request may wait and its agreement be used, from a minute to 30 days
 */
public record ApprovalPolicy(int approvals, Duration expiry) {
  /** What holds where nobody decided otherwise: one other person, within a day. */
  public static final ApprovalPolicy DEFAULT = new ApprovalPolicy(1, Duration.ofDays(1));

  private static final int MOST = 5;

  /** Refuses values out of range. */
  public ApprovalPolicy {
    if (approvals < 0 || approvals > MOST) {
      throw new IllegalArgumentException("0 to " + MOST + " approvals, not " + approvals);
    }
    if (expiry.compareTo(Duration.ofMinutes(1)) < 0 || expiry.compareTo(Duration.ofDays(30)) > 0) {
      throw new IllegalArgumentException("an agreement holds from a minute to 30 days");
    }
  }

  /** Whether somebody else has to look. */
  public boolean fourEyes() {
    return approvals > 0;
  }
}

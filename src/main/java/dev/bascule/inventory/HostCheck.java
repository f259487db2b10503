package dev.bascule.inventory;

import dev.bascule.ssh.SshTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test of a host found, step by step; a step after a failed one is not made.
 *
 * @param steps in the order in which they were made
 */
public record HostCheck(Instant at, List<Step> steps) {
  /** Copies. */
  public HostCheck {
    steps = List.copyOf(steps);
  }

  /** Whether all is well. */
  public boolean works() {
    return steps.stream().allMatch(Step::works) && steps.size() == Kind.values().length;
  }

  /** What is tried, in this order. */
  public enum Kind {
    /** It answers and shows the confirmed key. */
    HOST_KEY,
    /** It lets the console's key in as the account. */
    LOGIN,
    /** Commands run as the instances' owner, through sudo where that is another account. */
    OWNER,
    /** The owner's pglift answers. */
    PGLIFT
  }

  /**
   * One step.
   *
   * @param trouble null when it worked, or when pglift itself is the trouble
   * @param detail what was found: a fingerprint, a version, the host's own words; untrusted
   */
  public record Step(
      Kind kind, boolean works, @Nullable SshTrouble trouble, String detail, Duration duration) {}
}

package dev.bascule.operation.internal;

import dev.bascule.operation.Phrase;
import dev.bascule.ssh.SshTarget;

/** What came of sending a step to the first of an ordered list of hosts that takes it. */
sealed interface Delivery {
  /** A host has it, or may have it: look there. */
  record Sent(StoredSteps.Step step, SshTarget target) implements Delivery {}

  /**
   * Proven: no host has it.
   *
   * @param why of the last one
   */
  record NothingSent(Phrase why) implements Delivery {}
}

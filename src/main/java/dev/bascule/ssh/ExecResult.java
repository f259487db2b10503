package dev.bascule.ssh;

import java.time.Duration;

/**
 * What a command answered. Its outputs are untrusted text: show them through {@link TerminalText}.
 *
 * @param exit its exit status; -1 when it was ended by a signal
 */
public record ExecResult(
    int exit, String stdout, String stderr, boolean truncated, Duration duration) {
  /** Whether the exit status was 0; many programs say so and have failed. */
  public boolean ok() {
    return exit == 0;
  }
}

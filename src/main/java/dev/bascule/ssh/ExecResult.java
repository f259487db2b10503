package dev.bascule.ssh;

import java.time.Duration;

/**
 * What a command answered. Its outputs are untrusted text: show them through {@link TerminalText}.
 *
 * @param exit its exit status; {@link #KILLED} when it was ended by a signal, which is also done to
 *     a command that writes far too much
 */
public record ExecResult(
    int exit, String stdout, String stderr, boolean truncated, Duration duration) {
  /** The exit status of what was ended by a signal. */
  public static final int KILLED = -1;

  /** Whether the exit status was 0; many programs say so and have failed. */
  public boolean ok() {
    return exit == 0;
  }
}

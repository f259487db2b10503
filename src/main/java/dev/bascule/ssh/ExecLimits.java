package dev.bascule.ssh;

import java.time.Duration;

/**
 * How long a command may take and how much of each of its outputs is kept.
 *
 * @param keptBytes of each output; what is more is dropped and {@link ExecResult#truncated()} says
 *     so
 */
public record ExecLimits(Duration timeout, int keptBytes) {
  /** Ten times as much as is kept may be read; then the command is ended. */
  public static final int READ_FACTOR = 10;

  /** For short reads. */
  public static final ExecLimits SHORT = new ExecLimits(Duration.ofSeconds(10), 1 << 20);

  /** For commands that start pglift, about a second by itself. */
  public static final ExecLimits LONG = new ExecLimits(Duration.ofSeconds(30), 1 << 20);
}

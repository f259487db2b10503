package dev.bascule.ssh;

/** Gets a job's output as it comes. */
public interface TranscriptListener {
  /**
   * Some more output.
   *
   * @param error whether it is standard error
   * @param offset of its first byte in the whole output
   * @param text untrusted; see {@link TerminalText}
   */
  void output(boolean error, long offset, String text);
}

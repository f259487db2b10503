package dev.bascule.ssh;

import org.jspecify.annotations.Nullable;

/** A command could not be run, or its answer did not come. */
public final class SshFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private final SshTrouble trouble;
  private final boolean nothingSent;
  private final @Nullable String presented;

  /** Says what, and whether the command can have reached the host. */
  public SshFailure(
      SshTrouble trouble, boolean nothingSent, String message, @Nullable Throwable cause) {
    this(trouble, nothingSent, message, cause, null);
  }

  /** Likewise, with the fingerprint of the key that the host presented. */
  public SshFailure(
      SshTrouble trouble,
      boolean nothingSent,
      String message,
      @Nullable Throwable cause,
      @Nullable String presented) {
    super(message, cause);
    this.trouble = trouble;
    this.nothingSent = nothingSent;
    this.presented = presented;
  }

  /** What exactly. */
  public SshTrouble trouble() {
    return trouble;
  }

  /** True when it is certain that the command did not reach the host. */
  public boolean nothingSent() {
    return nothingSent;
  }

  /** The fingerprint of the key presented, when that is the trouble. */
  public @Nullable String presented() {
    return presented;
  }
}

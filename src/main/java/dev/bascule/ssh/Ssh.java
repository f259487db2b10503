package dev.bascule.ssh;

/** Commands on hosts over SSH: one connection a host, kept open, many commands on it. */
public interface Ssh {
  /**
   * Runs a command as the instances' owner and waits for it.
   *
   * @throws SshFailure when it could not be run, or its answer did not come in time
   */
  ExecResult exec(SshTarget target, Argv command, ExecLimits limits) throws SshFailure;

  /** Likewise, with standard input, read to its end by the program. */
  ExecResult exec(SshTarget target, Argv command, byte[] input, ExecLimits limits)
      throws SshFailure;

  /**
   * Asks a host for its key without logging in.
   *
   * @throws SshFailure when it doesn't answer
   */
  HostKey scan(String host, int port) throws SshFailure;

  /**
   * Closes the connection to a host, if there is one, and forgets what went wrong before: the next
   * command opens another at once, instead of being refused for up to half a minute after failed
   * log-ins.
   */
  void forget(SshTarget target);
}

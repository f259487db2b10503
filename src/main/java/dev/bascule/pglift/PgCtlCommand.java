package dev.bascule.pglift;

import dev.bascule.ssh.Argv;
import java.time.Duration;

/** pg_ctl's commands as words, run by pglift with an instance's own environment and programs. */
public final class PgCtlCommand {
  /** How long a fast shutdown may take; its checkpoint may have much to write. */
  public static final Duration STOP_LIMIT = Duration.ofMinutes(2);

  private PgCtlCommand() {}

  /** {@code pg_ctl stop}, fast: sessions are cut, what was committed is kept. */
  public static Argv stop(InstanceName instance) {
    return Argv.of(
        "pglift",
        "instance",
        "exec",
        instance.toString(),
        "--",
        "pg_ctl",
        "stop",
        "-m",
        "fast",
        "-w",
        "-t",
        Long.toString(STOP_LIMIT.toSeconds()));
  }
}

package dev.bascule.pglift;

import dev.bascule.ssh.Argv;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import java.time.Instant;

/** Questions to PostgreSQL through psql on its own host; nothing here writes. */
public interface Psql {
  /**
   * Who is on it.
   *
   * @throws SshFailure when the host can't be reached, or psql fails
   */
  Sessions sessions(SshTarget target, InstanceEnv instance) throws SshFailure;

  /**
   * What PostgreSQL says of itself.
   *
   * @throws SshFailure when the host can't be reached, or psql fails
   */
  ServerFacts facts(SshTarget target, InstanceEnv instance) throws SshFailure;

  /**
   * When PostgreSQL last loaded its configuration, by its own clock.
   *
   * @throws SshFailure when the host can't be reached, or psql fails
   */
  Instant configurationLoadedAt(SshTarget target, InstanceEnv instance) throws SshFailure;

  /**
   * Whether PostgreSQL there takes writes: it runs, and is not in recovery.
   *
   * @return false also when nothing listens there
   * @throws SshFailure when the host can't be reached, or PostgreSQL doesn't let itself be asked
   */
  boolean writable(SshTarget target, InstanceEnv instance) throws SshFailure;

  /** The command that makes a checkpoint, for a job with the instance's environment. */
  static Argv checkpoint() {
    return Argv.of(
        "psql", "-X", "-w", "-q", "-v", "ON_ERROR_STOP=1", "-d", "postgres", "-c", "checkpoint");
  }
}

package dev.bascule.pglift;

import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;

/** How much room an instance's data take on their host, and how much is left. */
public interface DataSpace {
  /**
   * Asks.
   *
   * @throws SshFailure when the host can't be reached, or the directory can't be looked at
   */
  Room room(SshTarget target, InstanceEnv instance) throws SshFailure;

  /**
   * The room of a data directory.
   *
   * @param used bytes that it takes, without what it only links to (WAL elsewhere, tablespaces)
   * @param free bytes that are free on its file system
   */
  record Room(long used, long free) {}
}

package dev.bascule.pglift;

import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;

/** Reads what a new member has to share from the files of one that is there. */
public interface Kinships {
  /**
   * Reads. The answer holds passwords: it is for the one that asked, and for as long as needed.
   *
   * @param instance of the member that is there
   * @param settings pglift's site settings there as JSON text
   * @throws SshFailure when the host can't be reached, or its files can't be read
   */
  Kinship of(SshTarget target, InstanceEnv instance, String settings) throws SshFailure;
}

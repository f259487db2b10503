package dev.bascule.pglift;

import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import java.util.List;

/** pglift on a host, read-only: its changes are jobs. */
public interface Pglift {
  /**
   * pglift's version, settings, instances and their environments.
   *
   * @throws SshFailure when the host can't be reached
   */
  HostProbe probe(SshTarget target) throws SshFailure;

  /**
   * Every instance there.
   *
   * @throws SshFailure when the host can't be reached
   */
  List<Instance> instances(SshTarget target) throws SshFailure;

  /**
   * The environment of an instance; kept for ten minutes.
   *
   * @throws SshFailure when the host can't be reached, or pglift doesn't know the instance
   */
  InstanceEnv environment(SshTarget target, InstanceName instance) throws SshFailure;
}

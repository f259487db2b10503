package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import java.util.Optional;

/** Where the members of clusters live, and how to get there. */
interface Ground {
  /** The host of a member; empty when the inventory knows none, or its key was never confirmed. */
  Optional<SshTarget> address(ClusterId cluster, MemberName member);

  /**
   * The environment of a member's instance, which may hold a password.
   *
   * @throws SshFailure when the host can't be asked, or has no such instance
   */
  InstanceEnv environment(SshTarget target, ClusterId cluster, MemberName member) throws SshFailure;
}

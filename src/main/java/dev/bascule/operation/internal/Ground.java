package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.AddMember;
import dev.bascule.operation.Operation;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.Kinship;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import dev.bascule.ssh.SshTrouble;
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

  /** A host by its name; empty when the inventory has none, or its key was never confirmed. */
  default Optional<SshTarget> named(String host) {
    return Optional.empty();
  }

  /** Where a member lives, or is to live. */
  default Optional<SshTarget> place(Operation operation, MemberName member) {
    return operation instanceof AddMember add && add.member().equals(member)
        ? named(add.host())
        : address(operation.cluster(), member);
  }

  /**
   * What a new member takes over from one that is there, with the passwords.
   *
   * @throws SshFailure when its host can't be asked
   */
  default Kinship kinship(ClusterId cluster, MemberName model) throws SshFailure {
    throw new SshFailure(SshTrouble.OTHER, true, "nothing is known of " + model, null);
  }
}

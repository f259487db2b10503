package dev.bascule.inventory;

import dev.bascule.access.Actor;
import dev.bascule.patroni.MemberName;
import dev.bascule.ssh.HostKey;
import dev.bascule.ssh.SshFailure;
import dev.bascule.ssh.SshTarget;
import java.util.List;
import java.util.Optional;

/**
 * The hosts. Reading answers from memory, on any thread. Each change needs the right to manage the
 * inventory in the host's environment and stands in the audit log in the same transaction.
 */
public interface Hosts {
  /** One by id. */
  Optional<HostRecord> find(HostId id);

  /** One by name. */
  Optional<HostRecord> find(String name);

  /** All of them, by name. */
  List<HostRecord> list();

  /** Hosts that members say they run on, and that aren't known yet; by address. */
  List<HostCandidate> candidates();

  /**
   * Adds one.
   *
   * @throws Unacceptable if the name or the address is taken, or the address is one that nobody
   *     declared, such as loopback
   */
  HostId create(Actor actor, HostDraft draft);

  /**
   * Changes one; another address or port takes the confirmed keys away.
   *
   * @param version the version that was looked at
   * @throws ChangedMeanwhile if it no longer has that version
   * @throws Unacceptable as for a new one
   */
  void update(Actor actor, HostId id, long version, HostDraft draft);

  /** Forgets one, its keys and its facts. */
  void remove(Actor actor, HostId id);

  /**
   * Asks a host for its key, for a person to compare; waits for the network. Audited.
   *
   * @throws SshFailure when it doesn't answer
   */
  HostKey scan(Actor actor, HostId id) throws SshFailure;

  /**
   * Confirms a key that a person compared; it takes the place of all confirmed before and ends the
   * alarm.
   */
  void confirm(Actor actor, HostId id, HostKey key);

  /** Tries to log in and to work there; waits for the network, at most about a minute. Audited. */
  HostCheck check(Actor actor, HostId id);

  /**
   * Asks a host for pglift's version, settings and instances, and keeps what it says; waits for the
   * network.
   *
   * @throws SshFailure when it can't be reached
   */
  HostFacts collect(HostId id) throws SshFailure;

  /** What it last told. */
  Optional<HostFacts> facts(HostId id);

  /** Why the last try to collect failed; empty when it worked or there was none yet. */
  Optional<HostTrouble> trouble(HostId id);

  /**
   * The host of a member: the one known under the address that the member publishes, else the one
   * whose instances include it.
   */
  Optional<HostRecord> hostOf(ClusterId cluster, MemberName member);

  /** Where to log in for a member; empty when its host isn't known. */
  default Optional<SshTarget> sshTarget(ClusterId cluster, MemberName member) {
    return hostOf(cluster, member).map(HostRecord::target);
  }

  /** The instance that a member is; empty when its host isn't known or didn't tell of it. */
  Optional<MemberInstance> instance(ClusterId cluster, MemberName member);

  /**
   * Tells of a connection that failed; a changed host key raises the alarm. Anything else is
   * nothing.
   */
  void failed(SshTarget target, SshFailure failure);
}

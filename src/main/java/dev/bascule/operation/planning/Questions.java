package dev.bascule.operation.planning;

import dev.bascule.patroni.MemberName;
import java.util.HashSet;
import java.util.Set;

/**
 * What must be asked before an operation and while it is judged, beyond the DCS.
 *
 * @param patroni the members whose Patroni must be asked again when it is judged
 * @param hosts the members whose PostgreSQL must be asked through its host, before and when it is
 *     judged
 * @param disks the members whose host must be asked for its room, before
 * @param instances the members whose host must be asked for pglift's instances, before and when it
 *     is judged
 * @param kept the members whose host must be asked for what pglift kept of them, before
 */
public record Questions(
    Set<MemberName> patroni,
    Set<MemberName> hosts,
    Set<MemberName> disks,
    Set<MemberName> instances,
    Set<MemberName> kept) {
  /** The DCS says it all. */
  public static final Questions NONE =
      new Questions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  /** Copies. */
  public Questions {
    patroni = Set.copyOf(patroni);
    hosts = Set.copyOf(hosts);
    disks = Set.copyOf(disks);
    instances = Set.copyOf(instances);
    kept = Set.copyOf(kept);
  }

  /** PostgreSQL on these members. */
  public static Questions hosts(Set<MemberName> members) {
    return new Questions(Set.of(), members, Set.of(), Set.of(), Set.of());
  }

  /** These members' Patroni, and no host. */
  public static Questions patroni(Set<MemberName> members) {
    return new Questions(members, Set.of(), Set.of(), Set.of(), Set.of());
  }

  /** What pglift has on this member's host. */
  public static Questions instances(MemberName member) {
    return new Questions(Set.of(), Set.of(), Set.of(), Set.of(member), Set.of());
  }

  /** What pglift has, and kept, on this member's host. */
  public static Questions kept(MemberName member) {
    return new Questions(Set.of(), Set.of(), Set.of(), Set.of(member), Set.of(member));
  }

  /** The same, without what is asked only before. */
  public Questions whenJudged() {
    return new Questions(patroni, hosts, Set.of(), instances, Set.of());
  }

  /** The same, with the room of other members' hosts. */
  public Questions withDisks(Set<MemberName> members) {
    return new Questions(patroni, hosts, members, instances, kept);
  }

  /** Every member whose host is asked for something. */
  public Set<MemberName> asked() {
    var all = new HashSet<>(hosts);
    all.addAll(disks);
    all.addAll(instances);
    all.addAll(kept);
    return all;
  }
}

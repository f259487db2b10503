package dev.bascule.operation.planning;

import dev.bascule.operation.AddMember;
import dev.bascule.patroni.MemberName;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
 * @param newcomer who isn't there yet, and what is asked of its host; null for nobody
 */
public record Questions(
    Set<MemberName> patroni,
    Set<MemberName> hosts,
    Set<MemberName> disks,
    Set<MemberName> instances,
    Set<MemberName> kept,
    @Nullable AddMember newcomer) {
  /** About nobody who isn't there yet. */
  public Questions(
      Set<MemberName> patroni,
      Set<MemberName> hosts,
      Set<MemberName> disks,
      Set<MemberName> instances,
      Set<MemberName> kept) {
    this(patroni, hosts, disks, instances, kept, null);
  }

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

  /** The host of one who isn't there yet, and the one of whom it takes over what is shared. */
  public static Questions newcomer(AddMember operation) {
    return new Questions(
        Set.of(),
        Set.of(),
        Set.of(operation.model()),
        Set.of(operation.member()),
        Set.of(),
        operation);
  }

  /** Whether this member is the one who isn't there yet. */
  public boolean isNew(MemberName member) {
    return newcomer != null && newcomer.member().equals(member);
  }

  /** The same, without what is asked only before. */
  public Questions whenJudged() {
    return new Questions(patroni, hosts, Set.of(), instances, Set.of(), newcomer);
  }

  /** The same, with the room of other members' hosts. */
  public Questions withDisks(Set<MemberName> members) {
    return new Questions(patroni, hosts, members, instances, kept, newcomer);
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

package dev.bascule.operation.planning;

import dev.bascule.patroni.MemberName;
import java.util.Set;

/**
 * What must be asked before an operation and while it is judged, beyond the DCS.
 *
 * @param patroni the members whose Patroni must be asked again when it is judged
 * @param hosts the members whose PostgreSQL must be asked through its host, before and when it is
 *     judged
 * @param disks the members whose host must be asked for its room, before
 */
public record Questions(Set<MemberName> patroni, Set<MemberName> hosts, Set<MemberName> disks) {
  /** The DCS says it all. */
  public static final Questions NONE = new Questions(Set.of(), Set.of(), Set.of());

  /** Copies. */
  public Questions {
    patroni = Set.copyOf(patroni);
    hosts = Set.copyOf(hosts);
    disks = Set.copyOf(disks);
  }

  /** PostgreSQL on these members. */
  public static Questions hosts(Set<MemberName> members) {
    return new Questions(Set.of(), members, Set.of());
  }

  /** These members' Patroni, and no host. */
  public static Questions patroni(Set<MemberName> members) {
    return new Questions(members, Set.of(), Set.of());
  }
}

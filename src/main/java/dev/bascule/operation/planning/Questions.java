package dev.bascule.operation.planning;

import dev.bascule.patroni.MemberName;
import java.util.Set;

/**
 * What must be asked before an operation and while it is judged, beyond the DCS.
 *
 * @param patroni the members whose Patroni must be asked again when it is judged
 * @param hosts the members whose host must be asked, before and when it is judged
 */
public record Questions(Set<MemberName> patroni, Set<MemberName> hosts) {
  /** The DCS says it all. */
  public static final Questions NONE = new Questions(Set.of(), Set.of());

  /** Copies. */
  public Questions {
    patroni = Set.copyOf(patroni);
    hosts = Set.copyOf(hosts);
  }

  /** These members' Patroni, and no host. */
  public static Questions patroni(Set<MemberName> members) {
    return new Questions(members, Set.of());
  }
}

package dev.bascule.operation.planning;

import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A host on which a command of this cluster may be run.
 *
 * @param member the cluster's member that lives there
 * @param host the name by which people know the host
 * @param account who runs it there
 * @param instance pglift's name of the member's instance
 * @param environment what {@code pglift instance env} gave, without secrets
 */
public record Runner(
    MemberName member,
    String host,
    String account,
    InstanceName instance,
    SortedMap<String, String> environment) {
  /** Copies. */
  public Runner {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }
}

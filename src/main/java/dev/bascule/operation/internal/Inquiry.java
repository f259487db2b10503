package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.LeaderSql;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.operation.planning.Questions;
import dev.bascule.operation.planning.Runner;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Sight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the world what a plan is made against. */
interface Inquiry {
  /** What the DCS, the members and the hosts said. */
  record Answers(
      ClusterState state,
      Sight sight,
      Map<MemberName, MemberAnswer> members,
      LeaderSql sql,
      List<Runner> runners) {}

  /**
   * Asks all at once, within some seconds.
   *
   * @param fresh whether the DCS is read anew, linearizably; otherwise what was last seen will do.
   *     When it can't be read, the last state comes with a sight that says so.
   * @return empty when there is no such cluster
   */
  Optional<Answers> ask(ClusterId cluster, boolean fresh);

  /** Asks only these members' Patroni, all at once; those that don't answer are silent. */
  default Map<MemberName, MemberAnswer> members(ClusterState state, Set<MemberName> members) {
    return Map.of();
  }

  /**
   * Asks members' hosts, all at once; those that don't answer are missing.
   *
   * @param questions what is asked of which
   */
  default Map<MemberName, HostAnswer> hosts(ClusterId cluster, Questions questions) {
    return Map.of();
  }
}

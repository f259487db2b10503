package dev.bascule.operation.restart;

import dev.bascule.operation.Restart;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.util.List;
import java.util.stream.Collectors;

/** Which of the members a restart really concerns, by its conditions. */
final class RestartTargets {
  private RestartTargets() {}

  static List<MemberName> of(Restart operation, Findings facts) {
    return operation.members().stream().filter(name -> concerns(name, operation, facts)).toList();
  }

  private static boolean concerns(MemberName name, Restart operation, Findings facts) {
    boolean pending = facts.state().member(name).filter(MemberView::pendingRestart).isPresent();
    if (operation.onlyPending() && !pending) {
      return false;
    }
    String olderThan = operation.olderThan();
    if (olderThan == null) {
      return true;
    }
    int version = facts.answered(name).map(MemberAnswer.Answered::serverVersion).orElse(0);
    return version > 0 && version < number(olderThan);
  }

  /** As PostgreSQL counts: 15.4 is 150004, 9.6.3 is 90603. */
  static int number(String version) {
    String[] parts = version.split("\\.", -1);
    int first = Integer.parseInt(parts[0]) * 10_000;
    int second = Integer.parseInt(parts[1]);
    return parts.length == 2 ? first + second : first + second * 100 + Integer.parseInt(parts[2]);
  }

  static boolean leads(MemberName name, ClusterState state) {
    var leader = state.leader();
    return leader != null && leader.name().equals(name);
  }

  /** Each with its role: who leads by then must be who led when it was agreed. */
  static String fenced(List<MemberName> targets, ClusterState state) {
    return targets.stream()
        .map(name -> name.value() + (leads(name, state) ? " (leader)" : " (replica)"))
        .collect(Collectors.joining(", "));
  }
}

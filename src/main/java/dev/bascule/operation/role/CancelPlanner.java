package dev.bascule.operation.role;

import dev.bascule.operation.Audience;
import dev.bascule.operation.CancelScheduledSwitchover;
import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Interruptions;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.Shift;
import dev.bascule.operation.planning.Canonical;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Thinks the cancelling of a scheduled switchover through. Pure. */
public final class CancelPlanner {
  private CancelPlanner() {}

  /** The plan against these facts. */
  public static Plan plan(CancelScheduledSwitchover operation, Findings facts) {
    ClusterState state = facts.state();
    String cluster = operation.cluster().cluster();
    List<HostCommand> commands = RoleCommands.cancel(cluster, facts);
    Fence fence = RoleFence.ofCancelling(state);
    var leader = state.leader();
    List<MemberName> stays = leader == null ? List.of() : List.of(leader.name());
    String lane = leader == null ? cluster : leader.name().value();
    Sheet sheet =
        new Sheet(
            Phrase.of(
                "operation.cancel.sentence",
                Fact.text(cluster),
                Fact.text(FenceNames.failover(state.failover()))),
            new Shift(
                leader == null ? null : leader.name(),
                stays,
                state.members().stream().map(MemberView::name).toList()),
            checks(facts),
            Audience.NOBODY,
            Interruptions.NONE,
            Fact.bytes(0),
            List.of(new PlannedStep("patronictl", lane, null, null, true)),
            commands,
            List.of(Phrase.of("operation.cancel.way-back")),
            facts.now());
    Map<String, String> parameters =
        Map.of("cluster", operation.cluster().dcs() + "\n" + operation.cluster().cluster());
    return new Plan(
        operation, sheet, fence, Canonical.hash(operation.kind(), parameters, commands, fence));
  }

  private static List<Check> checks(Findings facts) {
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    var failover = facts.state().failover();
    boolean scheduled = failover != null && failover.scheduled();
    all.addAll(
        Checks.ofCluster(facts)
            .dcs(
                "scheduled",
                Checks.unless(scheduled, Level.RED),
                scheduled
                    ? Fact.text(FenceNames.failover(failover))
                    : Fact.words("operation.value.none"))
            .toList());
    return all;
  }
}

package dev.bascule.operation.role;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.Shift;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.operation.planning.Canonical;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.Patience;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Thinks a switchover through. Pure: the same facts give the same plan. */
public final class SwitchoverPlanner {
  private SwitchoverPlanner() {}

  /** The plan of a switchover against these facts. */
  public static Plan plan(Switchover operation, Findings facts) {
    List<HostCommand> commands = RoleCommands.switchover(operation, facts);
    Fence fence = RoleFence.ofSwitchover(facts.state(), operation.successor());
    Sheet sheet =
        new Sheet(
            sentence(operation, facts.state()),
            shift(operation, facts.state()),
            SwitchoverChecks.of(operation, facts),
            facts.sql().audience(),
            facts.interruptions(),
            Fact.bytes(0),
            steps(operation, facts),
            commands,
            wayBack(facts.state()),
            facts.now());
    return new Plan(
        operation,
        sheet,
        fence,
        Canonical.hash(operation.kind(), parameters(operation), commands, fence));
  }

  private static Map<String, String> parameters(Switchover operation) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("dcs", operation.cluster().dcs());
    parameters.put("cluster", operation.cluster().cluster());
    parameters.put(
        "successor", operation.successor() instanceof Successor.Named ? "named" : "any of");
    parameters.put("acceptable", names(operation.successor(), "\n"));
    parameters.put("checkpoint", Boolean.toString(operation.checkpointFirst()));
    if (operation.timing() instanceof Timing.At(var at, var zone, var keeper)) {
      parameters.put("at", at.toString());
      parameters.put("zone", zone.getId());
      parameters.put("keeper", keeper.name());
    }
    return parameters;
  }

  private static Phrase sentence(Switchover operation, ClusterState state) {
    LeaderSeat seat = state.leader();
    Fact cluster = Fact.text(operation.cluster().cluster());
    Fact successor = Fact.text(names(operation.successor(), ", "));
    String form = operation.successor() instanceof Successor.Named ? "named" : "any";
    if (seat == null) {
      return Phrase.of("operation.switchover.sentence.leaderless", cluster, successor);
    }
    Fact leader = Fact.text(seat.name().value());
    return operation.timing() instanceof Timing.At at
        ? Phrase.of(
            "operation.switchover.sentence." + form + ".at",
            successor,
            cluster,
            leader,
            Fact.at(at.at()))
        : Phrase.of("operation.switchover.sentence." + form, successor, cluster, leader);
  }

  private static Shift shift(Switchover operation, ClusterState state) {
    LeaderSeat seat = state.leader();
    return new Shift(
        seat == null ? null : seat.name(),
        List.copyOf(operation.successor().acceptable()),
        state.members().stream().map(MemberView::name).toList());
  }

  private static List<PlannedStep> steps(Switchover operation, Findings facts) {
    LeaderSeat seat = facts.state().leader();
    if (seat == null) {
      return List.of();
    }
    String leader = seat.name().value();
    String candidate = names(operation.successor(), ", ");
    Duration median = facts.interruptions().median();
    var steps = new ArrayList<PlannedStep>();
    if (operation.checkpointFirst()) {
      steps.add(new PlannedStep("checkpoint", leader, null, null, false));
    }
    steps.add(new PlannedStep("patronictl", leader, null, null, true));
    if (operation.timing() instanceof Timing.At at && at.keeper() == Timing.Keeper.PATRONI) {
      steps.add(new PlannedStep("kept-by-patroni", leader, null, null, false));
    }
    steps.add(new PlannedStep("demote", leader, null, median, false));
    steps.add(new PlannedStep("promote", candidate, null, null, false));
    steps.add(new PlannedStep("rejoin", leader, null, null, false));
    return List.copyOf(steps);
  }

  private static List<Phrase> wayBack(ClusterState state) {
    LeaderSeat seat = state.leader();
    Fact leader = seat == null ? Fact.UNKNOWN : Fact.text(seat.name().value());
    return List.of(
        Phrase.of("operation.switchover.way-back", leader),
        Phrase.of("operation.switchover.refused-by-patroni"),
        Phrase.of(
            "operation.switchover.not-seen",
            Fact.length(Patience.whileRunning(state.config()).toAnswer())));
  }

  private static String names(Successor successor, String between) {
    return successor.acceptable().stream()
        .map(MemberName::value)
        .collect(Collectors.joining(between));
  }
}

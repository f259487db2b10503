package dev.bascule.operation.restart;

import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.Restart;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.Timing;
import dev.bascule.operation.planning.Commands;
import dev.bascule.operation.planning.Draft;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.PatronictlCommand;
import dev.bascule.topology.ClusterState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Thinks a restart through. Pure: the same facts give the same plan. */
public final class RestartPlanner {
  /** The name of the fact that says which members are restarted, and who of them leads. */
  static final String MEMBERS = "restart-members";

  private RestartPlanner() {}

  /** The plan of a restart against these facts. */
  public static Plan plan(Restart operation, Findings facts) {
    ClusterState state = facts.state();
    List<MemberName> targets = RestartTargets.of(operation, facts);
    boolean leader = targets.stream().anyMatch(name -> RestartTargets.leads(name, state));
    var commands =
        targets.isEmpty()
            ? List.<dev.bascule.operation.HostCommand>of()
            : Commands.anywhere(
                StepKind.RESTART,
                PatronictlCommand.restart(
                    operation.cluster().cluster(),
                    targets.stream().map(MemberName::value).toList(),
                    operation.onlyPending(),
                    operation.olderThan(),
                    operation.timeout()),
                facts);
    Draft draft =
        new Draft(
            operation,
            facts,
            sentence(operation, targets, leader),
            RestartChecks.of(operation, targets, facts),
            steps(targets, state),
            commands,
            wayBack(targets, leader),
            fence(targets, leader, state),
            parameters(operation));
    return leader ? draft.felt() : draft.unfelt();
  }

  private static Phrase sentence(Restart operation, List<MemberName> targets, boolean leader) {
    Fact cluster = Fact.text(operation.cluster().cluster());
    if (targets.isEmpty()) {
      return Phrase.of("operation.restart.sentence.nothing", cluster);
    }
    String form = "operation.restart.sentence." + (leader ? "leader" : "replicas");
    return operation.timing() instanceof Timing.At at
        ? Phrase.of(form + ".at", Names.fact(targets), cluster, Fact.at(at.at()))
        : Phrase.of(form, Names.fact(targets), cluster);
  }

  private static List<PlannedStep> steps(List<MemberName> targets, ClusterState state) {
    if (targets.isEmpty()) {
      return List.of();
    }
    var steps = new ArrayList<PlannedStep>();
    var leader = state.leader();
    String lane = leader == null ? targets.getFirst().value() : leader.name().value();
    steps.add(new PlannedStep("patronictl", lane, null, null, true));
    targets.forEach(name -> steps.add(new PlannedStep("restart", name.value(), null, null, false)));
    return List.copyOf(steps);
  }

  private static List<Phrase> wayBack(List<MemberName> targets, boolean leader) {
    var phrases = new ArrayList<Phrase>();
    phrases.add(Phrase.of("operation.restart.way-back"));
    if (targets.size() > 1) {
      phrases.add(Phrase.of("operation.restart.no-order"));
    }
    phrases.add(
        Phrase.of(leader ? "operation.restart.leader-stays-down" : "operation.restart.readers"));
    return phrases;
  }

  private static Fence fence(List<MemberName> targets, boolean leader, ClusterState state) {
    var facts = new LinkedHashMap<String, String>();
    if (leader) {
      FenceNames.addLeader(facts, state);
    } else {
      facts.put(FenceNames.SYSTEM_IDENTIFIER, state.systemIdentifier());
    }
    facts.put(MEMBERS, RestartTargets.fenced(targets, state));
    return Fence.of(facts);
  }

  private static Map<String, String> parameters(Restart operation) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put(
        "members", String.join("\n", operation.members().stream().map(MemberName::value).toList()));
    parameters.put("only pending", Boolean.toString(operation.onlyPending()));
    parameters.put("older than", operation.olderThan() == null ? "" : operation.olderThan());
    parameters.put("timeout", operation.timeout() == null ? "" : operation.timeout().toString());
    if (operation.timing() instanceof Timing.At(var at, var zone, var keeper)) {
      parameters.put("at", at.toString());
      parameters.put("zone", zone.getId());
      parameters.put("keeper", keeper.name());
    }
    return parameters;
  }
}

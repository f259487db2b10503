package dev.bascule.operation.restart;

import static dev.bascule.operation.planning.Checks.unless;

import dev.bascule.operation.CancelScheduledRestart;
import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.Commands;
import dev.bascule.operation.planning.Draft;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.ScheduledRestart;
import dev.bascule.pglift.PatronictlCommand;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Thinks the cancelling of scheduled restarts through. Pure. */
public final class CancelRestartPlanner {
  private CancelRestartPlanner() {}

  /** The plan against these facts. */
  public static Plan plan(CancelScheduledRestart operation, Findings facts) {
    String cluster = operation.cluster().cluster();
    List<String> names = operation.members().stream().map(MemberName::value).toList();
    var fence = new LinkedHashMap<String, String>();
    fence.put(FenceNames.SYSTEM_IDENTIFIER, facts.state().systemIdentifier());
    fence.put("scheduled-restarts", scheduled(operation, facts.state()));
    return new Draft(
            operation,
            facts,
            Phrase.of(
                "operation.restart-cancel.sentence",
                Names.fact(operation.members()),
                Fact.text(cluster)),
            checks(operation, facts),
            List.of(new PlannedStep("patronictl", names.getFirst(), null, null, true)),
            Commands.anywhere(
                StepKind.FLUSH, PatronictlCommand.flushRestart(cluster, names), facts),
            List.of(Phrase.of("operation.restart-cancel.way-back")),
            Fence.of(fence),
            Map.of("members", String.join("\n", names)))
        .unfelt();
  }

  private static String scheduled(CancelScheduledRestart operation, ClusterState state) {
    return operation.members().stream()
        .map(name -> name.value() + " @ " + of(name, state).map(ScheduledRestart::text).orElse(""))
        .collect(Collectors.joining(", "));
  }

  private static Optional<ScheduledRestart> of(MemberName name, ClusterState state) {
    return state.member(name).map(MemberView::scheduledRestart);
  }

  private static List<Check> checks(CancelScheduledRestart operation, Findings facts) {
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    for (MemberName name : operation.members()) {
      Optional<ScheduledRestart> waits = of(name, facts.state());
      all.addAll(
          Checks.of(name, facts)
              .dcs(
                  "restart-to-cancel",
                  unless(waits.isPresent(), Level.RED),
                  waits
                      .map(restart -> Fact.text(restart.text()))
                      .orElse(Fact.words("operation.value.none")))
              .toList());
    }
    return all;
  }
}

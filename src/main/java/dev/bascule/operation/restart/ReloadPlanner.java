package dev.bascule.operation.restart;

import static dev.bascule.operation.planning.Checks.unless;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.Reload;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.Commands;
import dev.bascule.operation.planning.Draft;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.PatronictlCommand;
import dev.bascule.topology.MemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Thinks a reload through. Pure. */
public final class ReloadPlanner {
  private ReloadPlanner() {}

  /** The plan of a reload against these facts. */
  public static Plan plan(Reload operation, Findings facts) {
    String cluster = operation.cluster().cluster();
    List<String> names = operation.members().stream().map(MemberName::value).toList();
    return new Draft(
            operation,
            facts,
            Phrase.of(
                "operation.reload.sentence", Names.fact(operation.members()), Fact.text(cluster)),
            checks(operation, facts),
            names.stream().map(name -> new PlannedStep("reload", name, null, null, false)).toList(),
            Commands.anywhere(StepKind.RELOAD, PatronictlCommand.reload(cluster, names), facts),
            List.of(Phrase.of("operation.reload.way-back")),
            Fence.of(Map.of(FenceNames.SYSTEM_IDENTIFIER, facts.state().systemIdentifier())),
            Map.of("members", String.join("\n", names)))
        .unfelt();
  }

  private static List<Check> checks(Reload operation, Findings facts) {
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    for (MemberName name : operation.members()) {
      Checks checks = Checks.of(name, facts);
      boolean present = facts.state().member(name).filter(MemberView::seen).isPresent();
      checks.dcs("present", unless(present, Level.RED), Checks.yesNo(present));
      HostAnswer answer = facts.hosts().get(name);
      var loadedAt = answer == null ? null : answer.configurationLoadedAt();
      checks.add(
          ReloadJudge.BASELINE,
          unless(loadedAt != null, Level.RED),
          loadedAt == null ? Fact.UNKNOWN : Fact.at(loadedAt),
          null,
          Source.SQL,
          answer == null ? null : answer.at());
      all.addAll(checks.toList());
    }
    return all;
  }
}

package dev.bascule.operation.leaving;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.DropInstance;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.Commands;
import dev.bascule.operation.planning.Draft;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.LeaderChecks;
import dev.bascule.operation.planning.Runner;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceCommand;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import dev.bascule.topology.Presence.Writability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Thinks the deletion of a member's instance through. A leader is dropped only as the last member,
 * when the keys of all others are gone: only then pglift keeps the configuration that removes the
 * cluster from the DCS. Pure.
 */
public final class DropPlanner {
  private DropPlanner() {}

  /** The plan against these facts. */
  public static Plan plan(DropInstance operation, Findings facts) {
    var leaver = new Leaver(operation.member(), facts.state());
    Fact name = Fact.text(operation.member().value());
    Fact cluster = Fact.text(operation.cluster().cluster());
    Draft draft =
        new Draft(
            operation,
            facts,
            Phrase.of(
                leaver.alone()
                    ? "operation.instance-drop.sentence.last"
                    : "operation.instance-drop.sentence",
                name,
                cluster),
            checks(leaver, facts),
            List.of(new PlannedStep("drop", operation.member().value(), null, null, true)),
            commands(leaver, facts),
            effects(leaver, facts),
            Fence.of(leaver.fence()),
            Map.of("member", operation.member().value()));
    if (leaver.leads()) {
      return draft.felt(List.of(), Fact.UNKNOWN);
    }
    return leaver.alone() ? draft.unfelt(Fact.UNKNOWN) : draft.unfelt();
  }

  private static List<Check> checks(Leaver leaver, Findings facts) {
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    Checks checks = Checks.of(leaver.name(), facts);
    LeavingChecks.host(checks, leaver, facts);
    if (leaver.runs()) {
      LeavingChecks.paused(checks, leaver);
    }
    LeavingChecks.failover(checks, leaver);
    List<MemberName> others = leaver.others(MemberView::seen);
    if (leaver.leads()) {
      checks.dcs("dropping-leads", unless(others.isEmpty(), Level.RED), yesNo(true));
      LeaderChecks.audience(checks, facts.sql().audience());
    }
    if (others.isEmpty()) {
      checks.dcs("dropping-last", Level.AMBER, yesNo(true));
      List<MemberName> away = leaver.others(view -> !view.seen());
      checks.dcs("dropping-others-away", unless(away.isEmpty(), Level.AMBER), Leaver.fact(away));
    } else if (!leaver.leads()) {
      LeavingChecks.replica(checks, leaver);
    }
    if (!leaver.runs()) {
      boolean writes = leaver.view().filter(DropPlanner::writes).isPresent();
      checks.add(
          "dropping-writes",
          unless(!writes, Level.RED),
          yesNo(writes),
          null,
          Source.SQL,
          facts.now());
    }
    LeavingChecks.upstream(checks, leaver);
    all.addAll(checks.toList());
    return all;
  }

  private static boolean writes(MemberView view) {
    return view.presence() instanceof Presence.Absent(_, _, var writability)
        && writability == Writability.STILL_WRITABLE;
  }

  private static List<HostCommand> commands(Leaver leaver, Findings facts) {
    return facts
        .runner(leaver.name())
        .map(Runner::instance)
        .flatMap(
            instance ->
                Commands.on(
                    leaver.name(), StepKind.DROP_INSTANCE, InstanceCommand.drop(instance), facts))
        .map(List::of)
        .orElse(List.of());
  }

  /** What is deleted, and what remains. */
  private static List<Phrase> effects(Leaver leaver, Findings facts) {
    Fact name = Fact.text(leaver.name().value());
    Instance instance = LeavingChecks.instance(leaver, facts);
    Fact directory = instance == null ? Fact.UNKNOWN : Fact.text(instance.dataDirectory());
    var phrases = new ArrayList<Phrase>();
    phrases.add(
        Phrase.of(
            leaver.alone()
                ? "operation.instance-drop.no-way-back.last"
                : "operation.instance-drop.no-way-back",
            name));
    phrases.add(Phrase.of("operation.instance-drop.deleted", directory));
    phrases.add(Phrase.of("operation.instance-drop.backups"));
    phrases.add(Phrase.of("operation.instance-drop.remains"));
    phrases.add(
        leaver.alone()
            ? Phrase.of("operation.instance-drop.saved")
            : Phrase.of("operation.instance-drop.expected", name));
    if (!leaver.alone() && !leaver.runs()) {
      phrases.add(Phrase.of("operation.instance-drop.saved-too"));
    }
    phrases.add(Phrase.of("operation.instance-drop.interrupted"));
    return List.copyOf(phrases);
  }
}

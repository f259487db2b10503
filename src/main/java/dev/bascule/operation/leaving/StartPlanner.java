package dev.bascule.operation.leaving;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.StartInstance;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.Commands;
import dev.bascule.operation.planning.Draft;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.Runner;
import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceCommand;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import dev.bascule.topology.Presence.Writability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Thinks the start of a member through. Where PostgreSQL runs without its Patroni, pglift's start
 * would say that it runs already and do nothing: it is restarted then. Pure.
 */
public final class StartPlanner {
  private StartPlanner() {}

  /** The plan against these facts. */
  public static Plan plan(StartInstance operation, Findings facts) {
    var leaver = new Leaver(operation.member(), facts.state());
    Fact name = Fact.text(operation.member().value());
    boolean orphan = orphan(leaver, facts);
    return new Draft(
            operation,
            facts,
            Phrase.of(
                "operation.instance-start.sentence",
                name,
                Fact.text(operation.cluster().cluster())),
            checks(leaver, orphan, facts),
            List.of(
                new PlannedStep("start", operation.member().value(), null, null, true),
                new PlannedStep("rejoin", operation.member().value(), null, null, false)),
            commands(leaver, orphan, facts),
            List.of(
                Phrase.of("operation.instance-start.way-back", name),
                Phrase.of("operation.instance-start.interrupted", name)),
            Fence.of(leaver.fence()),
            Map.of("member", operation.member().value()))
        .unfelt();
  }

  /** Whether PostgreSQL runs there though Patroni doesn't. */
  private static boolean orphan(Leaver leaver, Findings facts) {
    Instance instance = LeavingChecks.instance(leaver, facts);
    return !leaver.runs() && instance != null && instance.running();
  }

  private static List<Check> checks(Leaver leaver, boolean orphan, Findings facts) {
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    Checks checks = Checks.of(leaver.name(), facts);
    boolean known = leaver.view().isPresent();
    checks.dcs(
        "starting-away",
        unless(known && !leaver.runs(), Level.RED),
        leaver.runs()
            ? Fact.text(LeavingChecks.state(leaver))
            : Fact.words("operation.value.absent"));
    LeavingChecks.host(checks, leaver, facts);
    LeavingChecks.paused(checks, leaver);
    checks.add(
        "starting-orphan",
        unless(!orphan, Level.AMBER),
        yesNo(orphan),
        null,
        Source.HOST,
        facts.now());
    boolean writes = leaver.view().filter(StartPlanner::writes).isPresent();
    if (writes) {
      checks.add("starting-writes", Level.RED, Checks.YES, null, Source.SQL, facts.now());
    }
    LeaderSeat seat = facts.state().leader();
    checks.dcs(
        "starting-leader",
        unless(seat != null, Level.AMBER),
        seat == null ? Fact.words("operation.value.nobody") : Fact.text(seat.name().value()));
    all.addAll(checks.toList());
    return all;
  }

  private static boolean writes(MemberView view) {
    return view.presence() instanceof Presence.Absent(_, _, var writability)
        && writability == Writability.STILL_WRITABLE;
  }

  private static List<HostCommand> commands(Leaver leaver, boolean orphan, Findings facts) {
    return facts
        .runner(leaver.name())
        .map(Runner::instance)
        .map(
            instance ->
                orphan ? InstanceCommand.restart(instance) : InstanceCommand.start(instance))
        .flatMap(argv -> Commands.on(leaver.name(), StepKind.START_INSTANCE, argv, facts))
        .map(List::of)
        .orElse(List.of());
  }
}

package dev.bascule.operation.leaving;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.StopInstance;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.Commands;
import dev.bascule.operation.planning.Draft;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.LeaderChecks;
import dev.bascule.operation.planning.Runner;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Thinks the stop of a member through, with the failover that it is when it leads. Pure. */
public final class StopPlanner {
  /** Patroni's own, unless {@code member_slots_ttl} is set. */
  private static final Duration SLOTS = Duration.ofMinutes(30);

  private StopPlanner() {}

  /** The plan against these facts. */
  public static Plan plan(StopInstance operation, Findings facts) {
    var leaver = new Leaver(operation.member(), facts.state());
    Draft draft =
        new Draft(
            operation,
            facts,
            sentence(leaver, operation.cluster().cluster()),
            checks(leaver, facts),
            steps(leaver),
            commands(leaver, facts),
            wayBack(leaver),
            Fence.of(leaver.fence()),
            Map.of("member", operation.member().value()));
    return leaver.leads() ? draft.felt(leaver.heirs(), Fact.bytes(0)) : draft.unfelt();
  }

  private static Phrase sentence(Leaver leaver, String cluster) {
    Fact name = Fact.text(leaver.name().value());
    Fact of = Fact.text(cluster);
    if (!leaver.leads()) {
      return Phrase.of("operation.instance-stop.sentence", name, of);
    }
    List<MemberName> heirs = leaver.heirs();
    return heirs.isEmpty()
        ? Phrase.of("operation.instance-stop.sentence.nobody", name, of)
        : Phrase.of("operation.instance-stop.sentence.leader", name, of, Leaver.fact(heirs));
  }

  private static List<Check> checks(Leaver leaver, Findings facts) {
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    Checks checks = Checks.of(leaver.name(), facts);
    checks.dcs("leaving-runs", unless(leaver.runs(), Level.RED), yesNo(leaver.runs()));
    LeavingChecks.host(checks, leaver, facts);
    LeavingChecks.paused(checks, leaver);
    LeavingChecks.failover(checks, leaver);
    if (leaver.leads()) {
      List<MemberName> heirs = leaver.heirs();
      checks.dcs(
          "leaving-heirs",
          heirs.isEmpty() && !leaver.alone() ? Level.RED : Level.AMBER,
          Leaver.fact(heirs));
      LeaderChecks.audience(checks, facts.sql().audience());
    } else {
      LeavingChecks.replica(checks, leaver);
    }
    LeavingChecks.upstream(checks, leaver);
    all.addAll(checks.toList());
    return all;
  }

  private static List<PlannedStep> steps(Leaver leaver) {
    var steps = new ArrayList<PlannedStep>();
    steps.add(new PlannedStep("stop", leaver.name().value(), null, null, true));
    if (leaver.leads() && leaver.heirs().size() == 1) {
      String heir = leaver.heirs().getFirst().value();
      steps.add(new PlannedStep("promote", heir, null, null, false));
    }
    return List.copyOf(steps);
  }

  private static List<HostCommand> commands(Leaver leaver, Findings facts) {
    return facts
        .runner(leaver.name())
        .map(Runner::instance)
        .flatMap(
            instance ->
                Commands.on(
                    leaver.name(), StepKind.STOP_INSTANCE, InstanceCommand.stop(instance), facts))
        .map(List::of)
        .orElse(List.of());
  }

  private static List<Phrase> wayBack(Leaver leaver) {
    Fact name = Fact.text(leaver.name().value());
    var phrases = new ArrayList<Phrase>();
    phrases.add(Phrase.of("operation.instance-stop.way-back", name));
    if (leaver.leads() && !leaver.heirs().isEmpty()) {
      phrases.add(Phrase.of("operation.instance-stop.rather"));
    }
    phrases.add(Phrase.of("operation.instance-stop.slot", name, Fact.length(slots(leaver))));
    phrases.add(Phrase.of("operation.instance-stop.interrupted", name));
    return List.copyOf(phrases);
  }

  /** For how long the leader keeps WAL for a member that is away. */
  private static Duration slots(Leaver leaver) {
    return leaver
        .state()
        .config()
        .json("member_slots_ttl")
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(SLOTS);
  }
}

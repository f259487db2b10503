package dev.bascule.operation.role;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Fencing;
import dev.bascule.operation.HostCommand;
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
import dev.bascule.operation.planning.Runner;
import dev.bascule.pglift.PgCtlCommand;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import dev.bascule.topology.Presence.Writability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thinks through how a primary that writes outside Patroni is stopped. Pure. */
public final class FencingPlanner {
  /** The name of the fact that says since when the member has been outside. */
  static final String OUTSIDE = "outside-since";

  private FencingPlanner() {}

  /** The plan against these facts. */
  public static Plan plan(Fencing operation, Findings facts) {
    ClusterState state = facts.state();
    Fact name = Fact.text(operation.member().value());
    Instant since = outside(operation, state);
    return new Draft(
            operation,
            facts,
            Phrase.of("operation.fencing.sentence", name, Fact.text(operation.cluster().cluster())),
            checks(operation, since, facts),
            List.of(new PlannedStep("stop", operation.member().value(), null, null, true)),
            commands(operation, facts),
            List.of(
                Phrase.of("operation.fencing.way-back", name),
                Phrase.of("operation.fencing.written")),
            Fence.of(
                Map.of(
                    FenceNames.SYSTEM_IDENTIFIER,
                    state.systemIdentifier(),
                    OUTSIDE,
                    since == null ? "" : since.toString())),
            Map.of("member", operation.member().value()))
        .unfelt(Fact.UNKNOWN);
  }

  /** Since when it has been away while its PostgreSQL takes writes; null when it doesn't. */
  static @Nullable Instant outside(Fencing operation, ClusterState state) {
    Optional<MemberView> member = state.member(operation.member());
    return member.isPresent()
            && member.get().presence() instanceof Presence.Absent(var since, _, var writability)
            && writability == Writability.STILL_WRITABLE
        ? since
        : null;
  }

  private static List<HostCommand> commands(Fencing operation, Findings facts) {
    return facts
        .runner(operation.member())
        .map(Runner::instance)
        .flatMap(
            instance ->
                Commands.on(operation.member(), StepKind.STOP, PgCtlCommand.stop(instance), facts))
        .map(List::of)
        .orElse(List.of());
  }

  private static List<Check> checks(Fencing operation, @Nullable Instant since, Findings facts) {
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    LeaderSeat seat = facts.state().leader();
    Checks checks = Checks.of(operation.member(), facts);
    checks.add(
        "outside",
        unless(since != null, Level.RED),
        since == null ? Checks.NO : Fact.at(since),
        null,
        Source.SQL,
        facts.now());
    boolean reachable = facts.runner(operation.member()).isPresent();
    checks.add(
        "own-host", unless(reachable, Level.RED), yesNo(reachable), null, Source.HOST, facts.now());
    checks.dcs(
        "other-leader",
        unless(seat != null, Level.AMBER),
        seat == null ? Fact.words("operation.value.nobody") : Fact.text(seat.name().value()));
    checks.add("written-outside", Level.AMBER, Fact.UNKNOWN, null, Source.BASCULE, facts.now());
    all.addAll(checks.toList());
    return all;
  }
}

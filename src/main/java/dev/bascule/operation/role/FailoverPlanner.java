package dev.bascule.operation.role;

import static dev.bascule.operation.planning.Checks.unless;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Failover;
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
import dev.bascule.operation.planning.LeaderChecks;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.PatronictlCommand;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Thinks a failover by hand through, with a leader or without one. Pure. */
public final class FailoverPlanner {
  /** What stands in the way of a switchover, and only warns of a failover. */
  private static final Set<String> ONLY_WARNS = Set.of("streaming", "synchronous", "timeline");

  private FailoverPlanner() {}

  /** The plan against these facts. */
  public static Plan plan(Failover operation, Findings facts) {
    ClusterState state = facts.state();
    MemberName candidate = operation.candidate();
    LeaderSeat seat = state.leader();
    Fact name = Fact.text(candidate.value());
    Fact cluster = Fact.text(operation.cluster().cluster());
    var fence = new LinkedHashMap<String, String>();
    FenceNames.addLeader(fence, state);
    fence.put(FenceNames.FAILOVER, FenceNames.failover(state.failover()));
    var steps = new ArrayList<PlannedStep>();
    steps.add(new PlannedStep("patronictl", candidate.value(), null, null, true));
    steps.add(new PlannedStep("promote", candidate.value(), null, null, false));
    if (seat != null) {
      steps.add(new PlannedStep("rejoin", seat.name().value(), null, null, false));
    }
    return new Draft(
            operation,
            facts,
            seat == null
                ? Phrase.of("operation.failover.sentence.leaderless", name, cluster)
                : Phrase.of(
                    "operation.failover.sentence", name, cluster, Fact.text(seat.name().value())),
            checks(operation, facts),
            steps,
            Commands.anywhere(
                StepKind.FAILOVER,
                PatronictlCommand.failover(operation.cluster().cluster(), candidate.value()),
                facts,
                member -> member.equals(candidate) ? 0 : 1),
            List.of(
                Phrase.of("operation.failover.way-back"),
                Phrase.of("operation.failover.no-way-back")),
            Fence.of(fence),
            Map.of("candidate", candidate.value()))
        .felt(candidate, mayBeLost(candidate, facts));
  }

  private static List<Check> checks(Failover operation, Findings facts) {
    ClusterState state = facts.state();
    LeaderSeat seat = state.leader();
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    Checks checks = Checks.ofCluster(facts);
    var key = state.failover();
    checks.dcs(
        "failover",
        key == null ? Level.GREEN : key.scheduled() ? Level.AMBER : Level.RED,
        key == null ? Fact.words("operation.value.none") : Fact.text(FenceNames.failover(key)));
    Optional<MemberAnswer.Answered> leader =
        seat == null ? Optional.empty() : facts.answered(seat.name());
    boolean well = leader.filter(it -> it.primary() && it.running()).isPresent();
    checks.add(
        "failover-leader",
        unless(!well, Level.AMBER),
        seat == null ? Fact.words("operation.value.nobody") : Fact.text(seat.name().value()),
        null,
        Source.REST,
        leader.map(MemberAnswer.Answered::at).orElse(facts.dcsSeenAt()));
    Fact lost = mayBeLost(operation.candidate(), facts);
    boolean nothing = well && lost.equals(Fact.bytes(0));
    checks.add(
        "failover-loss",
        unless(nothing, Level.AMBER),
        lost,
        null,
        well ? Source.REST : Source.DCS,
        well ? leader.get().at() : state.optimeAt());
    if (seat != null) {
      LeaderChecks.audience(checks, facts.sql().audience());
    }
    all.addAll(checks.toList());
    for (Check check : CandidateChecks.of(operation.candidate(), facts)) {
      all.add(softened(check, seat == null));
    }
    return all;
  }

  /** Without a leader Patroni doesn't look at lag either. */
  private static Check softened(Check check, boolean leaderless) {
    boolean warns = ONLY_WARNS.contains(check.code()) || (leaderless && check.code().equals("lag"));
    return warns && check.level() == Level.RED
        ? new Check(
            check.code(),
            check.subject(),
            Level.AMBER,
            check.value(),
            check.limit(),
            check.source(),
            check.seenAt())
        : check;
  }

  /**
   * What the leader wrote and the candidate hasn't received: by their own answers, or else by the
   * place that the leader published last.
   */
  private static Fact mayBeLost(MemberName candidate, Findings facts) {
    ClusterState state = facts.state();
    LeaderSeat seat = state.leader();
    Optional<MemberAnswer.Answered> leader =
        seat == null ? Optional.empty() : facts.answered(seat.name());
    Lsn top = leader.map(MemberAnswer.Answered::location).orElse(state.optime());
    Lsn received =
        facts
            .answered(candidate)
            .map(MemberAnswer.Answered::received)
            .or(() -> state.member(candidate).map(MemberView::receiveLsn))
            .orElse(null);
    return top == null || received == null
        ? Fact.UNKNOWN
        : Fact.bytes(Math.max(0, top.minus(received)));
  }
}

package dev.bascule.operation.restart;

import static dev.bascule.operation.planning.Checks.unless;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.PlannedStep;
import dev.bascule.operation.Reinitialize;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.Commands;
import dev.bascule.operation.planning.Draft;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.pglift.PatronictlCommand;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Thinks the rebuilding of a replica through. Pure. */
public final class ReinitializePlanner {
  private ReinitializePlanner() {}

  /** The plan against these facts. */
  public static Plan plan(Reinitialize operation, Findings facts) {
    String cluster = operation.cluster().cluster();
    ClusterState state = facts.state();
    MemberName member = operation.member();
    Fact name = Fact.text(member.value());
    var fence = new LinkedHashMap<String, String>();
    FenceNames.addLeader(fence, state);
    LeaderSeat seat = state.leader();
    String lane = seat == null ? member.value() : seat.name().value();
    return new Draft(
            operation,
            facts,
            Phrase.of(
                operation.fromLeader()
                    ? "operation.reinitialize.sentence.leader"
                    : "operation.reinitialize.sentence",
                name,
                Fact.text(cluster)),
            checks(operation, facts),
            List.of(
                new PlannedStep("patronictl", lane, null, null, true),
                new PlannedStep("copy", member.value(), null, null, false),
                new PlannedStep("rejoin", member.value(), null, null, false)),
            Commands.anywhere(
                StepKind.REINITIALIZE,
                PatronictlCommand.reinitialize(cluster, member.value(), operation.fromLeader()),
                facts),
            List.of(
                Phrase.of("operation.reinitialize.no-way-back", name),
                Phrase.of("operation.reinitialize.interrupted", name)),
            dev.bascule.operation.Fence.of(fence),
            Map.of("member", member.value(), "from", operation.fromLeader() ? "leader" : "any"))
        .unfelt();
  }

  private static List<Check> checks(Reinitialize operation, Findings facts) {
    ClusterState state = facts.state();
    MemberName name = operation.member();
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    Checks checks = Checks.of(name, facts);
    Optional<MemberView> member = state.member(name);
    boolean present = member.isPresent() && member.get().seen();
    checks.dcs("present", unless(present, Level.RED), Checks.yesNo(present));
    LeaderSeat seat = state.leader();
    boolean leads = RestartTargets.leads(name, state);
    checks.dcs(
        "reinit-leader",
        unless(seat != null && !leads, Level.RED),
        seat == null ? Fact.words("operation.value.nobody") : Fact.text(seat.name().value()));
    others(checks, name, state);
    synchronous(checks, name, state);
    boolean under = member.filter(view -> view.state().equals("creating replica")).isPresent();
    checks.dcs("reinit-under-way", unless(!under, Level.RED), Checks.yesNo(under));
    List<MemberName> below =
        state.members().stream()
            .filter(view -> name.equals(view.upstream()))
            .map(MemberView::name)
            .toList();
    checks.dcs(
        "reinit-upstream",
        unless(below.isEmpty(), Level.AMBER),
        below.isEmpty() ? Fact.words("operation.value.none") : Names.fact(below));
    disk(checks, name, facts);
    baseline(checks, name, facts);
    all.addAll(checks.toList());
    return all;
  }

  /** Somebody else must be able to take over while it is gone. */
  private static void others(Checks checks, MemberName name, ClusterState state) {
    List<MemberName> left =
        state.members().stream()
            .filter(MemberView::seen)
            .filter(MemberView::streaming)
            .map(MemberView::name)
            .filter(other -> !other.equals(name))
            .toList();
    boolean healthy =
        state.member(name).filter(MemberView::seen).filter(MemberView::streaming).isPresent();
    Level otherwise = healthy ? Level.RED : Level.AMBER;
    checks.dcs(
        "reinit-last",
        unless(!left.isEmpty(), otherwise),
        left.isEmpty() ? Fact.words("operation.value.none") : Names.fact(left));
  }

  private static void synchronous(Checks checks, MemberName name, ClusterState state) {
    var sync = state.sync();
    boolean only =
        sync != null
            && state.config().synchronous() != SynchronousMode.OFF
            && sync.contains(name)
            && state.members().stream()
                .map(MemberView::name)
                .filter(other -> !other.equals(name) && !RestartTargets.leads(other, state))
                .noneMatch(sync::contains);
    checks.dcs("reinit-synchronous", unless(!only, Level.RED), Checks.yesNo(only));
  }

  /** The leader's data must fit into what is free once its own are thrown away. */
  private static void disk(Checks checks, MemberName name, Findings facts) {
    LeaderSeat seat = facts.state().leader();
    HostAnswer there = facts.hosts().get(name);
    HostAnswer leader = seat == null ? null : facts.hosts().get(seat.name());
    HostAnswer.Disk room = there == null ? null : there.disk();
    HostAnswer.Disk data = leader == null ? null : leader.disk();
    if (there == null || room == null || data == null) {
      checks.add("reinit-disk", Level.AMBER, Fact.UNKNOWN, null, Source.HOST, null);
      return;
    }
    long needed = data.used() + data.used() / 10;
    long available = room.free() + room.used();
    checks.add(
        "reinit-disk",
        unless(available >= needed, Level.RED),
        Fact.bytes(available),
        Fact.bytes(needed),
        Source.HOST,
        there.at());
  }

  /** When PostgreSQL was started; it may well not run, which is why it is rebuilt. */
  private static void baseline(Checks checks, MemberName name, Findings facts) {
    Optional<MemberAnswer.Answered> answer = facts.answered(name);
    var at = answer.map(MemberAnswer.Answered::postmasterStartedAt).orElse(null);
    checks.add(
        RestartJudge.BASELINE,
        unless(answer.isPresent(), Level.AMBER),
        at == null ? Fact.words("operation.value.not-running") : Fact.at(at),
        null,
        Source.REST,
        answer.map(MemberAnswer.Answered::at).orElse(null));
  }
}

package dev.bascule.operation.restart;

import static dev.bascule.operation.planning.Checks.unless;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Restart;
import dev.bascule.operation.Timing;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.LeaderChecks;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.ParameterChange;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that is looked at before a restart. */
final class RestartChecks {
  /** A standby must have at least as many of these as its primary has. */
  static final Set<String> NO_LESS_THAN_PRIMARY =
      Set.of(
          "max_connections",
          "max_worker_processes",
          "max_wal_senders",
          "max_prepared_transactions",
          "max_locks_per_transaction");

  private RestartChecks() {}

  static List<Check> of(Restart operation, List<MemberName> targets, Findings facts) {
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    all.addAll(cluster(operation, targets, facts));
    for (MemberName name : operation.members()) {
      all.addAll(
          targets.contains(name)
              ? member(name, facts)
              : Checks.of(name, facts)
                  .dcs(
                      "restart-skipped",
                      Level.GREEN,
                      Fact.words("operation.value.condition-not-met"))
                  .toList());
    }
    return List.copyOf(all);
  }

  private static List<Check> cluster(Restart operation, List<MemberName> targets, Findings facts) {
    ClusterState state = facts.state();
    Checks checks = Checks.ofCluster(facts);
    checks.dcs(
        "restart-targets",
        unless(!targets.isEmpty(), Level.RED),
        targets.isEmpty() ? Fact.words("operation.value.none") : Names.fact(targets));
    LeaderSeat seat = state.leader();
    checks.dcs(
        "restart-led",
        unless(seat != null, Level.RED),
        seat == null ? Fact.words("operation.value.nobody") : Fact.text(seat.name().value()));
    var failover = state.failover();
    checks.dcs(
        "restart-failover",
        failover == null ? Level.GREEN : failover.scheduled() ? Level.AMBER : Level.RED,
        failover == null
            ? Fact.words("operation.value.none")
            : Fact.text(FenceNames.failover(failover)));
    checks.dcs(
        "restart-paused", unless(!state.paused(), Level.AMBER), Checks.yesNo(state.paused()));
    List<MemberName> left =
        state.members().stream()
            .filter(member -> member.seen() && member.streaming())
            .map(MemberView::name)
            .filter(name -> !targets.contains(name))
            .toList();
    checks.dcs(
        "restart-way-out",
        unless(!left.isEmpty(), Level.AMBER),
        left.isEmpty() ? Fact.words("operation.value.none") : Names.fact(left));
    synchronous(checks, targets, state);
    if (operation.timing() instanceof Timing.At at) {
      checks.add("time", Level.GREEN, Fact.at(at.at()), null, Source.BASCULE, facts.now());
    }
    return checks.toList();
  }

  private static void synchronous(Checks checks, List<MemberName> targets, ClusterState state) {
    var sync = state.sync();
    if (sync == null || state.config().synchronous() == SynchronousMode.OFF) {
      return;
    }
    List<MemberName> standbys =
        state.members().stream()
            .map(MemberView::name)
            .filter(sync::contains)
            .filter(name -> !RestartTargets.leads(name, state))
            .toList();
    boolean all = !standbys.isEmpty() && targets.containsAll(standbys);
    checks.dcs("restart-synchronous", unless(!all, Level.AMBER), Names.fact(standbys));
  }

  private static List<Check> member(MemberName name, Findings facts) {
    ClusterState state = facts.state();
    Checks checks = Checks.of(name, facts);
    Optional<MemberView> member = state.member(name);
    boolean present = member.isPresent() && member.get().seen() && member.get().readable();
    checks.dcs("present", unless(present, Level.RED), Checks.yesNo(present));
    if (!present) {
      return checks.toList();
    }
    started(checks, name, facts);
    boolean leads = RestartTargets.leads(name, state);
    String shown = member.get().state();
    boolean well = leads ? shown.equals("running") : member.get().streaming();
    checks.dcs("restart-running", unless(well, Level.AMBER), Fact.text(shown));
    pending(checks, member.get(), leads);
    if (member.get().scheduledRestart() != null) {
      checks.dcs(
          "restart-scheduled", Level.AMBER, Fact.text(member.get().scheduledRestart().text()));
    }
    if (leads) {
      LeaderChecks.audience(checks, facts.sql().audience());
    }
    return checks.toList();
  }

  /** When PostgreSQL was started: another time afterwards is how its restart is seen. */
  private static void started(Checks checks, MemberName name, Findings facts) {
    Optional<MemberAnswer.Answered> answer = facts.answered(name);
    var at = answer.map(MemberAnswer.Answered::postmasterStartedAt).orElse(null);
    if (answer.isPresent() && at != null) {
      checks.add("postmaster", Level.GREEN, Fact.at(at), null, Source.REST, answer.get().at());
      return;
    }
    Fact why =
        facts.answers().get(name) instanceof MemberAnswer.Silent silent
            ? Fact.words("operation.trouble." + silent.trouble())
            : Fact.UNKNOWN;
    checks.add("postmaster", Level.RED, why, null, Source.REST, facts.now());
  }

  private static void pending(Checks checks, MemberView member, boolean leads) {
    Map<String, ParameterChange> changes = member.pendingRestartReason();
    checks.dcs(
        "restart-pending",
        Level.GREEN,
        member.pendingRestart()
            ? Fact.text(describe(changes))
            : Fact.words("operation.value.none"));
    String lowered =
        changes.entrySet().stream()
            .filter(change -> lowers(change.getKey(), change.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!leads && !lowered.isEmpty()) {
      checks.dcs("restart-lowers", Level.AMBER, Fact.text(lowered));
    }
  }

  private static String describe(Map<String, ParameterChange> changes) {
    return changes.isEmpty()
        ? "*"
        : changes.entrySet().stream()
            .limit(10)
            .map(
                change ->
                    change.getKey()
                        + ": "
                        + change.getValue().oldValue()
                        + " → "
                        + change.getValue().newValue())
            .collect(Collectors.joining(", "));
  }

  static boolean lowers(String parameter, ParameterChange change) {
    try {
      return NO_LESS_THAN_PRIMARY.contains(parameter)
          && Long.parseLong(String.valueOf(change.newValue()))
              < Long.parseLong(String.valueOf(change.oldValue()));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}

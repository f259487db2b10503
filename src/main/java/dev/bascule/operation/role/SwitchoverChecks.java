package dev.bascule.operation.role;

import static dev.bascule.operation.planning.Checks.unless;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.ClusterChecks;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.LeaderChecks;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that is looked at before a switchover. */
final class SwitchoverChecks {
  private SwitchoverChecks() {}

  static List<Check> of(Switchover operation, Findings facts) {
    var all = new ArrayList<Check>(ClusterChecks.of(facts));
    all.addAll(rules(operation, facts));
    all.addAll(LeaderChecks.of(facts));
    all.addAll(candidates(operation.successor(), facts));
    all.addAll(others(operation.successor(), facts));
    return List.copyOf(all);
  }

  private static List<Check> rules(Switchover operation, Findings facts) {
    ClusterState state = facts.state();
    Checks checks = Checks.ofCluster(facts);
    boolean named = operation.successor() instanceof Successor.Named;
    boolean byPatroni =
        operation.timing() instanceof Timing.At at && at.keeper() == Timing.Keeper.PATRONI;
    Level paused = !state.paused() ? Level.GREEN : named && !byPatroni ? Level.AMBER : Level.RED;
    checks.dcs("paused", paused, Checks.yesNo(state.paused()));
    var failover = state.failover();
    checks.dcs(
        "failover",
        unless(failover == null, Level.RED),
        failover == null
            ? Fact.words("operation.value.none")
            : Fact.text(FenceNames.failover(failover)));
    if (state.config().standbyCluster().isPresent()) {
      checks.dcs("standby-cluster", Level.AMBER, Checks.YES);
    }
    if (operation.timing() instanceof Timing.At at) {
      boolean ahead = at.keeper() == Timing.Keeper.BASCULE || at.at().isAfter(facts.now());
      checks.add(
          "time", unless(ahead, Level.RED), Fact.at(at.at()), null, Source.BASCULE, facts.now());
    }
    if (byPatroni) {
      checks.add("unattended", Level.AMBER, Checks.YES, null, Source.BASCULE, facts.now());
    }
    return checks.toList();
  }

  /**
   * With one name, whatever stands in its way blocks. Of several, those that can't are reservations
   * as long as somebody can.
   */
  private static List<Check> candidates(Successor successor, Findings facts) {
    var all = new ArrayList<Check>();
    var barred = new HashSet<String>();
    for (MemberName name : successor.acceptable()) {
      List<Check> checks = CandidateChecks.of(name, facts);
      all.addAll(checks);
      if (checks.stream().anyMatch(check -> check.level() == Level.RED)) {
        barred.add(name.value());
      }
    }
    boolean somebody = barred.size() < successor.acceptable().size();
    return somebody ? all.stream().map(check -> softened(check, barred)).toList() : all;
  }

  private static Check softened(Check check, Set<String> barred) {
    return check.level() == Level.RED && barred.contains(check.subject())
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

  /** The members that keep their places: what is left of the cluster if something goes wrong. */
  private static List<Check> others(Successor successor, Findings facts) {
    var all = new ArrayList<Check>();
    var leader = facts.state().leader();
    for (MemberView member : facts.state().members()) {
      boolean leads = leader != null && leader.name().equals(member.name());
      if (leads || successor.acceptable().contains(member.name())) {
        continue;
      }
      boolean streams = member.seen() && member.streaming();
      all.addAll(
          Checks.of(member.name(), facts)
              .dcs(
                  "other-member",
                  unless(streams, Level.AMBER),
                  member.seen() ? Fact.text(member.state()) : Fact.words("operation.value.absent"))
              .toList());
    }
    return all;
  }
}

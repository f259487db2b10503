package dev.bascule.operation.planning;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Sight;
import java.util.List;

/** What every operation looks at in the cluster as a whole. */
public final class ClusterChecks {
  private ClusterChecks() {}

  /** The checks. */
  public static List<Check> of(Findings facts) {
    ClusterState state = facts.state();
    Checks checks = Checks.ofCluster(facts);
    sight(checks, facts);
    checks.dcs("names", unless(state.conforming(), Level.RED), yesNo(state.conforming()));
    boolean initialized = !state.systemIdentifier().isEmpty();
    checks.dcs(
        "initialized",
        unless(initialized, Level.RED),
        initialized ? Fact.text(state.systemIdentifier()) : Fact.UNKNOWN);
    claim(checks, facts);
    runners(checks, facts);
    dcsMembers(checks, state);
    failsafe(checks, facts);
    configuration(checks, facts);
    return checks.toList();
  }

  private static void sight(Checks checks, Findings facts) {
    switch (facts.sight()) {
      case Sight.InSight seen ->
          checks.add(
              "dcs",
              Level.GREEN,
              Fact.words("operation.value.in-sight"),
              null,
              Source.DCS,
              seen.lastSeen());
      case Sight.Connecting connecting ->
          checks.add(
              "dcs",
              Level.RED,
              Fact.words("operation.value.connecting"),
              null,
              Source.BASCULE,
              connecting.since());
      case Sight.OutOfSight out ->
          checks.add(
              "dcs",
              Level.RED,
              Fact.words("operation.value.out-of-sight." + out.kind().name(), Fact.at(out.since())),
              null,
              Source.BASCULE,
              out.lastSeen());
    }
  }

  private static void claim(Checks checks, Findings facts) {
    Long claimedBy = facts.claimedBy();
    checks.add(
        "claim",
        unless(claimedBy == null, Level.RED),
        claimedBy == null
            ? Fact.words("operation.value.none")
            : Fact.words("operation.value.change", Fact.count(claimedBy)),
        null,
        Source.BASCULE,
        facts.now());
  }

  private static void runners(Checks checks, Findings facts) {
    int count = facts.runners().size();
    checks.add(
        "runners",
        count == 0 ? Level.RED : count == 1 ? Level.AMBER : Level.GREEN,
        Fact.count(count),
        Fact.count(1),
        Source.HOST,
        facts.now());
  }

  private static void dcsMembers(Checks checks, ClusterState state) {
    var mayGo = state.wayOut().dcsMembersThatMayGo();
    checks.dcs(
        "dcs-members",
        unless(mayGo.isPresent() && mayGo.getAsInt() > 0, Level.AMBER),
        mayGo.isPresent() ? Fact.count(mayGo.getAsInt()) : Fact.UNKNOWN,
        Fact.count(1));
  }

  private static void failsafe(Checks checks, Findings facts) {
    for (MemberAnswer answer : facts.answers().values()) {
      if (answer instanceof MemberAnswer.Answered answered && answered.failsafeActive()) {
        checks.add("failsafe", Level.RED, Checks.YES, null, Source.REST, answered.at());
        return;
      }
    }
    if (facts.state().config().failsafeMode()) {
      checks.add("failsafe", Level.GREEN, Checks.NO, null, Source.REST, facts.now());
    }
  }

  private static void configuration(Checks checks, Findings facts) {
    var then = facts.configThen();
    if (then == null) {
      return;
    }
    var now = facts.state().config();
    boolean same = then.equals(now);
    checks.dcs(
        "configuration",
        unless(same, Level.AMBER),
        same
            ? Fact.words("operation.value.unchanged")
            : Fact.text(ConfigurationChange.describe(then, now)));
  }
}

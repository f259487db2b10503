package dev.bascule.operation.leaving;

import static dev.bascule.operation.planning.Checks.unless;
import static dev.bascule.operation.planning.Checks.yesNo;

import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Check.Source;
import dev.bascule.operation.Fact;
import dev.bascule.operation.planning.Checks;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Findings;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.Runner;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceName;
import dev.bascule.topology.MemberView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is looked at of a member before it is stopped, started or dropped. */
final class LeavingChecks {
  /** The check whose value is the instance's name: when it is judged, it may be gone. */
  static final String INSTANCE = "leaving-instance";

  private LeavingChecks() {}

  /** Its own host takes the command, and pglift there knows the instance. */
  static void host(Checks checks, Leaver leaver, Findings facts) {
    Optional<Runner> runner = facts.runner(leaver.name());
    checks.add(
        "leaving-host",
        unless(runner.isPresent(), Level.RED),
        yesNo(runner.isPresent()),
        null,
        Source.HOST,
        facts.now());
    if (runner.isEmpty()) {
      return;
    }
    InstanceName name = runner.get().instance();
    HostAnswer answer = facts.hosts().get(leaver.name());
    boolean asked = answer != null && answer.instances() != null;
    boolean there = answer != null && answer.instance(name).isPresent();
    checks.add(
        INSTANCE,
        there ? Level.GREEN : asked ? Level.RED : Level.AMBER,
        Fact.text(name.toString()),
        null,
        Source.HOST,
        answer == null ? null : answer.at());
  }

  /** What pglift says of the member's instance; null when it could not be asked. */
  static @Nullable Instance instance(Leaver leaver, Findings facts) {
    HostAnswer answer = facts.hosts().get(leaver.name());
    return answer == null
        ? null
        : facts.runner(leaver.name()).map(Runner::instance).flatMap(answer::instance).orElse(null);
  }

  /** Paused, Patroni leaves PostgreSQL as it is: running on, or not started. */
  static void paused(Checks checks, Leaver leaver) {
    boolean paused = leaver.state().paused();
    checks.dcs("leaving-paused", unless(!paused, Level.RED), yesNo(paused));
  }

  /** A change of leader in progress comes first; a scheduled one may be meant for this member. */
  static void failover(Checks checks, Leaver leaver) {
    var key = leaver.state().failover();
    checks.dcs(
        "leaving-failover",
        key == null ? Level.GREEN : key.scheduled() ? Level.AMBER : Level.RED,
        key == null ? Fact.words("operation.value.none") : Fact.text(FenceNames.failover(key)));
  }

  /** What the others lose with a member that follows. */
  static void replica(Checks checks, Leaver leaver) {
    List<MemberName> left =
        leaver.others(view -> view.seen() && view.streaming() && !view.role().leads());
    checks.dcs("leaving-last", unless(!left.isEmpty(), Level.AMBER), Leaver.fact(left));
    if (leaver.state().config().synchronous() != SynchronousMode.OFF) {
      boolean only = leaver.onlySynchronous();
      Level otherwise = leaver.state().config().synchronousModeStrict() ? Level.RED : Level.AMBER;
      checks.dcs("leaving-synchronous", unless(!only, otherwise), yesNo(only));
    }
  }

  /** Who gets its WAL from it. */
  static void upstream(Checks checks, Leaver leaver) {
    List<MemberName> below =
        leaver.others(view -> view.seen() && leaver.name().equals(view.upstream()));
    checks.dcs("leaving-upstream", unless(below.isEmpty(), Level.AMBER), Leaver.fact(below));
  }

  /** Whether it runs with Patroni. */
  static String state(Leaver leaver) {
    return leaver.view().map(MemberView::state).orElse("");
  }
}

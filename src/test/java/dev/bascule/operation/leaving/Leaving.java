package dev.bascule.operation.leaving;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.Patience;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.operation.role.SampleFacts;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A cluster that somebody is to leave, of which a test changes one thing. */
final class Leaving {
  static final Job DONE = new Job.Finished(0, ProgramAnswer.DONE);
  static final MemberName PG1 = new MemberName("srv-pg1");
  static final MemberName PG3 = new MemberName("srv-pg3");

  final SampleFacts facts = SampleFacts.inOrder();
  final SampleCluster cluster = facts.cluster;

  Leaving() {
    cluster.heirs("srv-pg2", "srv-pg3");
    for (String name : List.of("srv-pg1", "srv-pg2", "srv-pg3")) {
      listed(name, true);
    }
  }

  /** pglift on a host knows these instances. */
  void listed(String name, Instance... instances) {
    facts.hosts.put(
        new MemberName(name), HostAnswer.having(Arrays.asList(instances), SampleCluster.NOW));
  }

  /** pglift on a host knows the instance. */
  void listed(String name, boolean running) {
    listed(
        name,
        new Instance(new InstanceName("15", "main"), 5432, "/pgdata/15/main/data", running),
        new Instance(new InstanceName("15", "shop"), 5433, "/pgdata/15/shop/data", true));
  }

  /** The member's key is gone, and PostgreSQL with it. */
  void stopped(String name) {
    cluster.node(name).seen = false;
    listed(name, false);
  }

  static Level level(Plan plan, String check) {
    return plan.sheet().checks().stream()
        .filter(one -> one.name().equals(check))
        .map(Check::level)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + check));
  }

  /** What is seen after the plan's step was sent. */
  Evidence seen(Plan plan, Job job, int seconds) {
    var state = cluster.state();
    return new Evidence(
        job,
        state,
        facts.answers,
        facts.hosts,
        plan.sheet(),
        Duration.ofSeconds(seconds),
        Patience.whileRunning(state.config()));
  }

  static RequestState state(Judgement judgement) {
    return switch (judgement) {
      case Judgement.LookAgain again -> RequestState.OBSERVING;
      case Judgement.Decided(Outcome outcome) -> outcome.state();
    };
  }

  /** The last part of what is said of the outcome. */
  static String said(Judgement judgement) {
    return judgement instanceof Judgement.Decided(Outcome outcome)
        ? outcome.said().key().replaceFirst(".*\\.", "")
        : "";
  }
}

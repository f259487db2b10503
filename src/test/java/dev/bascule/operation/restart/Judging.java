package dev.bascule.operation.restart;

import dev.bascule.operation.Outcome;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.operation.planning.Patience;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is seen after a step was sent, of which a test changes one thing. */
final class Judging {
  static final Job DONE = new Job.Finished(0, ProgramAnswer.DONE);
  static final Job REFUSED = new Job.Finished(0, ProgramAnswer.REFUSED);
  static final Instant LATER = SampleCluster.NOW.plusSeconds(5);

  final SampleCluster cluster = SampleCluster.healthy();
  final Map<MemberName, MemberAnswer> answers = new HashMap<>();
  final Map<MemberName, HostAnswer> hosts = new HashMap<>();
  Job job = DONE;
  int seconds = 5;
  boolean dcs = true;

  /** A member whose postmaster was started then. */
  void answers(String name, Instant startedAt, String state, boolean pending) {
    boolean leads = name.equals("srv-pg1");
    answers.put(
        new MemberName(name),
        new MemberAnswer.Answered(
            leads ? "primary" : "replica",
            state,
            5,
            leads ? new Lsn(0x5000_0000L) : null,
            null,
            null,
            false,
            leads ? null : "streaming",
            "7711236848557838613",
            false,
            false,
            false,
            LATER,
            pending,
            startedAt,
            150020,
            LATER));
  }

  void silent(String name) {
    answers.put(new MemberName(name), new MemberAnswer.Silent("TIMED_OUT", LATER));
  }

  Evidence evidence(Plan plan) {
    @Nullable ClusterState state = dcs ? cluster.state() : null;
    return new Evidence(
        job,
        state,
        answers,
        hosts,
        plan.sheet(),
        Duration.ofSeconds(seconds),
        Patience.whileRunning(cluster.state().config()));
  }

  static RequestState state(Judgement judgement) {
    return switch (judgement) {
      case Judgement.LookAgain again -> RequestState.OBSERVING;
      case Judgement.Decided(Outcome outcome) -> outcome.state();
    };
  }
}

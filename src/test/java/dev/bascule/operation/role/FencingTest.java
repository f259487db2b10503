package dev.bascule.operation.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fencing;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.Patience;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.Presence.Writability;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A primary that Patroni lost and that takes writes all the same is stopped on its own host. */
class FencingTest {
  private static final Fencing FENCING = new Fencing(SampleCluster.ID, new MemberName("srv-pg1"));
  private static final Job DONE = new Job.Finished(0, ProgramAnswer.DONE);

  private final SampleFacts facts = SampleFacts.inOrder();

  FencingTest() {
    facts.cluster.ledBy("srv-pg2", 2_000);
    outside(Writability.STILL_WRITABLE);
  }

  private void outside(Writability writability) {
    facts.cluster.node("srv-pg1").seen = false;
    facts.cluster.node("srv-pg1").writability = writability;
  }

  private Plan plan() {
    return FencingPlanner.plan(FENCING, facts.facts());
  }

  private Level level(String check) {
    return plan().sheet().checks().stream()
        .filter(one -> one.name().equals(check))
        .map(Check::level)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + check));
  }

  @Test
  void isSentToItsOwnHostAndNoOther() {
    var commands = plan().sheet().commands();
    assertThat(commands).hasSize(1);
    assertThat(commands.getFirst().host()).isEqualTo("srv-pg1");
    assertThat(commands.getFirst().argv())
        .containsExactly(
            "pglift",
            "instance",
            "exec",
            "15/main",
            "--",
            "pg_ctl",
            "stop",
            "-m",
            "fast",
            "-w",
            "-t",
            "120");
  }

  @Test
  void warnsThatWhatWasWrittenThereIsNowhereElse() {
    assertThat(plan().sheet().verdict()).isEqualTo(Sheet.Verdict.RESERVATIONS);
    assertThat(level("written-outside:srv-pg1")).isEqualTo(Level.AMBER);
    assertThat(level("other-leader:srv-pg1")).isEqualTo(Level.GREEN);
    assertThat(plan().sheet().mayBeLost()).isEqualTo(Fact.UNKNOWN);
  }

  @Test
  void saysThatNobodyWouldTakeWritesWhenNobodyLeads() {
    facts.cluster.leaderless();
    assertThat(level("other-leader:srv-pg1")).isEqualTo(Level.AMBER);
  }

  @Test
  void refusesAMemberThatIsNotOutside() {
    outside(Writability.NOT_WRITABLE);
    assertThat(level("outside:srv-pg1")).isEqualTo(Level.RED);
    outside(Writability.UNKNOWN);
    assertThat(level("outside:srv-pg1")).isEqualTo(Level.RED);
    facts.cluster.node("srv-pg1").seen = true;
    assertThat(level("outside:srv-pg1")).isEqualTo(Level.RED);
  }

  @Test
  void isImpossibleWithoutItsHost() {
    facts.runners.removeIf(runner -> runner.host().equals("srv-pg1"));
    assertThat(level("own-host:srv-pg1")).isEqualTo(Level.RED);
    assertThat(plan().sheet().commands()).isEmpty();
  }

  @Test
  void aMemberThatCameBackMeanwhileIsAnotherPlan() {
    var agreed = plan().hash();
    facts.cluster.ledBy("srv-pg3", 3_000);
    assertThat(plan().hash()).isEqualTo(agreed);
    facts.cluster.node("srv-pg1").seen = true;
    assertThat(plan().hash()).isNotEqualTo(agreed);
  }

  private RequestState judged(Job job, int seconds) {
    var state = facts.cluster.state();
    Judgement judgement =
        FencingJudge.judge(
            FENCING,
            new Evidence(
                job, state, Duration.ofSeconds(seconds), Patience.whileRunning(state.config())));
    return switch (judgement) {
      case Judgement.LookAgain again -> RequestState.OBSERVING;
      case Judgement.Decided(Outcome outcome) -> outcome.state();
    };
  }

  @Test
  void succeedsWhenPostgresqlThereTakesNoMoreWrites() {
    outside(Writability.NOT_WRITABLE);
    assertThat(judged(DONE, 3)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(judged(new Job.Running(), 3)).isEqualTo(RequestState.OBSERVING);
  }

  @Test
  void theProgramsWordAloneIsNoSuccess() {
    assertThat(judged(DONE, 3)).isEqualTo(RequestState.OBSERVING);
    assertThat(judged(DONE, 600)).isEqualTo(RequestState.FAILED);
  }

  @Test
  void isUnknownWhenPostgresqlCanNotBeAsked() {
    outside(Writability.UNKNOWN);
    assertThat(judged(DONE, 3)).isEqualTo(RequestState.OBSERVING);
    assertThat(judged(DONE, 600)).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void aMemberThatLeadsAgainWasNotStopped() {
    facts.cluster.node("srv-pg1").seen = true;
    facts.cluster.ledBy("srv-pg1", 3_000);
    assertThat(judged(DONE, 3)).isEqualTo(RequestState.DEVIATED);
  }
}

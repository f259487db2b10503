package dev.bascule.operation.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Failover;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.operation.planning.Patience;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.patroni.MemberName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A failover by hand: with a leader that is well, with one that isn't, with none. */
class FailoverTest {
  private static final MemberName PG1 = new MemberName("srv-pg1");
  private static final MemberName PG2 = new MemberName("srv-pg2");
  private static final Failover FAILOVER = new Failover(SampleCluster.ID, PG2);
  private static final Job DONE = new Job.Finished(0, ProgramAnswer.SWITCHED);

  private final SampleFacts facts = SampleFacts.inOrder();
  private final SampleCluster after = SampleCluster.healthy();

  private Plan plan() {
    return FailoverPlanner.plan(FAILOVER, facts.facts());
  }

  private Level level(String check) {
    return plan().sheet().checks().stream()
        .filter(one -> one.name().equals(check))
        .map(Check::level)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + check));
  }

  private void leaderless() {
    facts.cluster.leaderless();
    facts.answers.put(PG1, new MemberAnswer.Silent("TIMED_OUT", SampleCluster.NOW));
  }

  @Test
  void saysThatASwitchoverWouldDoWhenTheLeaderIsWell() {
    assertThat(level("failover-leader")).isEqualTo(Level.AMBER);
    assertThat(level("failover-loss")).isEqualTo(Level.GREEN);
  }

  @Test
  void worksWithoutALeaderAndSaysWhatMayBeLost() {
    leaderless();
    facts.answers.put(PG2, SampleFacts.replica(0x5000_0000L - 4_096));
    assertThat(plan().sheet().verdict()).isEqualTo(Sheet.Verdict.RESERVATIONS);
    assertThat(plan().sheet().mayBeLost()).isEqualTo(Fact.bytes(4_096));
    assertThat(level("failover-loss")).isEqualTo(Level.AMBER);
  }

  @Test
  void triesTheCandidatesHostFirstAndLeavesNothingToAsk() {
    assertThat(plan().sheet().commands())
        .extracting(HostCommand::host)
        .containsExactly("srv-pg2", "srv-pg1", "srv-pg3");
    assertThat(plan().sheet().commands().getFirst().argv())
        .containsExactly(
            "patronictl", "failover", "maincluster", "--candidate", "srv-pg2", "--force");
  }

  @Test
  void onlyWarnsOfWhatPatroniWouldAllow() {
    leaderless();
    facts.cluster.node("srv-pg2").replicationState = null;
    facts.cluster.node("srv-pg2").lag = 100L << 20;
    facts.cluster.configured("{\"synchronous_mode\":true}").synchronous("srv-pg3");
    assertThat(level("streaming:srv-pg2")).isEqualTo(Level.AMBER);
    assertThat(level("synchronous:srv-pg2")).isEqualTo(Level.AMBER);
    assertThat(level("lag:srv-pg2")).isIn(Level.AMBER, Level.GREEN);
  }

  @Test
  void refusesWhatPatroniWouldRefuse() {
    facts.cluster.node("srv-pg2").tags = SampleCluster.tags("nofailover", "true");
    assertThat(level("nofailover:srv-pg2")).isEqualTo(Level.RED);
    facts.cluster.node("srv-pg2").seen = false;
    assertThat(level("present:srv-pg2")).isEqualTo(Level.RED);
  }

  @Test
  void aLeaderThatAppearsMeanwhileIsAnotherPlan() {
    leaderless();
    var hash = plan().hash();
    facts.cluster.ledBy("srv-pg3", 3_000);
    assertThat(plan().hash()).isNotEqualTo(hash);
  }

  private RequestState judged(Job job, int seconds) {
    Plan plan = plan();
    Judgement judgement =
        FailoverJudge.judge(
            FAILOVER,
            plan.fence(),
            new Evidence(
                job,
                after.state(),
                Duration.ofSeconds(seconds),
                Patience.whileRunning(after.state().config())));
    return switch (judgement) {
      case Judgement.LookAgain again -> RequestState.OBSERVING;
      case Judgement.Decided(Outcome outcome) -> outcome.state();
    };
  }

  @Test
  void succeedsWhenTheCandidateLeadsAndTheOldLeaderStreams() {
    after.ledBy("srv-pg2", 2_000);
    assertThat(judged(DONE, 3)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void withoutALeaderBeforeItIsEnoughThatTheCandidateLeads() {
    leaderless();
    after.ledBy("srv-pg2", 2_000).node("srv-pg1").seen = false;
    assertThat(judged(DONE, 3)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void anOldLeaderThatDoesNotComeBackIsSaid() {
    after.ledBy("srv-pg2", 2_000).node("srv-pg1").seen = false;
    assertThat(judged(DONE, 3)).isEqualTo(RequestState.OBSERVING);
    assertThat(judged(DONE, 600)).isEqualTo(RequestState.DEVIATED);
  }

  @Test
  void anotherLeaderThanAgreedIsSaid() {
    after.ledBy("srv-pg3", 2_000);
    assertThat(judged(DONE, 3)).isEqualTo(RequestState.DEVIATED);
  }

  @Test
  void theSameLeaderAfterARefusalIsAFailure() {
    assertThat(judged(new Job.Finished(0, ProgramAnswer.REFUSED), 3))
        .isEqualTo(RequestState.FAILED);
  }

  @Test
  void theProgramsWordAloneIsNoSuccess() {
    assertThat(judged(DONE, 3)).isEqualTo(RequestState.OBSERVING);
    assertThat(judged(DONE, 600)).isEqualTo(RequestState.FAILED);
  }

  @Test
  void nobodyLeadingAfterwardsIsLoud() {
    after.leaderless();
    assertThat(judged(DONE, 3)).isEqualTo(RequestState.OBSERVING);
    assertThat(judged(DONE, 600)).isEqualTo(RequestState.DEVIATED);
  }
}

package dev.bascule.operation.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Pause;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Resume;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.Patience;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.topology.ClusterState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pausing and resuming: what is looked at, what is run, and how it is seen to have happened. */
class PauseTest {
  private static final Pause PAUSE =
      new Pause(SampleCluster.ID, SampleCluster.NOW.plus(Duration.ofHours(2)));
  private static final Resume RESUME = new Resume(SampleCluster.ID);
  private static final String PAUSED = "{\"loop_wait\":10,\"pause\":true}";
  private final SampleFacts facts = SampleFacts.inOrder();

  private Plan pause() {
    return PausePlanner.pause(PAUSE, facts.facts());
  }

  private Plan resume() {
    return PausePlanner.resume(RESUME, facts.facts());
  }

  private static Level level(Plan plan, String check) {
    return plan.sheet().checks().stream()
        .filter(one -> one.name().equals(check))
        .map(Check::level)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHealthyClusterMayBePausedWithoutReservations() {
    assertThat(pause().sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
    assertThat(pause().sheet().audience().nobody()).isTrue();
  }

  @Test
  void asksPatroniOnAnyHostAndWaitsForEveryMember() {
    assertThat(pause().sheet().commands())
        .extracting(HostCommand::host)
        .containsExactly("srv-pg1", "srv-pg2", "srv-pg3");
    assertThat(pause().sheet().commands().getFirst().argv())
        .containsExactly("patronictl", "pause", "maincluster", "--wait");
  }

  @Test
  void refusesToPauseWhatIsPausedAndToResumeWhatIsNot() {
    assertThat(level(resume(), "paused-now")).isEqualTo(Level.RED);
    facts.cluster.configured(PAUSED);
    assertThat(level(pause(), "not-paused")).isEqualTo(Level.RED);
    assertThat(resume().sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
  }

  @Test
  void refusesAnEndThatHasPassedAndWarnsOfOneFarAway() {
    var over = new Pause(SampleCluster.ID, SampleCluster.NOW);
    assertThat(level(PausePlanner.pause(over, facts.facts()), "pause-until")).isEqualTo(Level.RED);
    var long8 = new Pause(SampleCluster.ID, SampleCluster.NOW.plus(Duration.ofDays(8)));
    assertThat(level(PausePlanner.pause(long8, facts.facts()), "pause-until"))
        .isEqualTo(Level.AMBER);
  }

  @Test
  void warnsThatNobodyWillBeElectedWhenNobodyLeads() {
    facts.cluster.leaderless();
    assertThat(level(pause(), "pause-leader")).isEqualTo(Level.AMBER);
  }

  @Test
  void warnsThatResumingStartsWhatIsStopped() {
    facts.cluster.configured(PAUSED);
    facts.cluster.node("srv-pg3").state = "stopped";
    assertThat(level(resume(), "resume-member:srv-pg3")).isEqualTo(Level.AMBER);
  }

  @Test
  void anotherEndIsAnotherPlan() {
    var later = new Pause(SampleCluster.ID, PAUSE.until().plusSeconds(60));
    assertThat(PausePlanner.pause(later, facts.facts()).hash()).isNotEqualTo(pause().hash());
  }

  @Test
  void somebodysLeaderChangeDoesNotVoidAPause() {
    var before = pause().hash();
    facts.cluster.ledBy("srv-pg2", 500);
    assertThat(pause().hash()).isEqualTo(before);
    facts.cluster.configured(PAUSED);
    assertThat(pause().hash()).isNotEqualTo(before);
  }

  private static RequestState judged(Job job, @Nullable ClusterState state, int seconds) {
    var judgement =
        PauseJudge.paused(
            new Evidence(
                job, state, Duration.ofSeconds(seconds), Patience.whileRunning(SAMPLE.config())));
    return switch (judgement) {
      case Judgement.LookAgain again -> RequestState.OBSERVING;
      case Judgement.Decided(Outcome outcome) -> outcome.state();
    };
  }

  private static final ClusterState SAMPLE = SampleCluster.healthy().state();
  private static final Job DONE = new Job.Finished(0, ProgramAnswer.DONE);

  private static ClusterState paused(boolean seenByAll) {
    var cluster = SampleCluster.healthy().configured(PAUSED);
    for (String name : new String[] {"srv-pg1", "srv-pg2", "srv-pg3"}) {
      cluster.node(name).pauseSeen = seenByAll || !name.equals("srv-pg3");
    }
    return cluster.state();
  }

  @Test
  void succeedsWhenTheConfigurationSaysSoAndEveryMemberHasSeenIt() {
    assertThat(judged(DONE, paused(true), 1)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void waitsForAMemberThatHasNotSeenItAndThenSaysSo() {
    assertThat(judged(DONE, paused(false), 5)).isEqualTo(RequestState.OBSERVING);
    assertThat(judged(DONE, paused(false), 300)).isEqualTo(RequestState.DEVIATED);
  }

  @Test
  void doesNotBelieveTheProgramWhenTheConfigurationSaysOtherwise() {
    assertThat(judged(DONE, SAMPLE, 5)).isEqualTo(RequestState.OBSERVING);
    assertThat(judged(DONE, SAMPLE, 300)).isEqualTo(RequestState.FAILED);
  }

  @Test
  void aRefusalWithNothingChangedIsAFailure() {
    assertThat(judged(new Job.Finished(1, ProgramAnswer.REFUSED), SAMPLE, 1))
        .isEqualTo(RequestState.FAILED);
  }

  @Test
  void anAnswerThatWasLostIsNoFailureWhenTheClusterIsPaused() {
    assertThat(judged(new Job.NotAsked("CUT"), paused(true), 1)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void aSilentHostOrDcsIsUnknownAndNeverAFailure() {
    assertThat(judged(new Job.NotAsked("TIMED_OUT"), SAMPLE, 300)).isEqualTo(RequestState.UNKNOWN);
    assertThat(judged(DONE, null, 300)).isEqualTo(RequestState.UNKNOWN);
    assertThat(judged(new Job.Lost("MADE"), SAMPLE, 300)).isEqualTo(RequestState.UNKNOWN);
  }
}

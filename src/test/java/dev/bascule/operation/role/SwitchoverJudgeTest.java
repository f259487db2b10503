package dev.bascule.operation.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.Fence;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.Patience;
import dev.bascule.operation.planning.ProgramAnswer;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariants 7 and 8: unknown is a result, and success is seen, not said. */
class SwitchoverJudgeTest {
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration A_MINUTE = Duration.ofSeconds(61);
  private static final Duration VERY_LONG = Duration.ofHours(1);
  private static final FailoverKey OURS =
      new FailoverKey(new MemberName("srv-pg1"), new MemberName("srv-pg2"), null, null);

  private final Switchover operation = SampleCluster.to("srv-pg2");
  private final Fence fence =
      RoleFence.ofSwitchover(SampleCluster.healthy().state(), operation.successor());

  private static Job finished(ProgramAnswer said) {
    return new Job.Finished(0, said);
  }

  private Judgement judge(Job job, @Nullable ClusterState state, Duration looking) {
    return SwitchoverJudge.judge(
        operation,
        fence,
        new Evidence(job, state, looking, Patience.whileRunning(DynamicConfig.EMPTY)));
  }

  private static void assertOutcome(Judgement judgement, RequestState state, String said) {
    assertThat(judgement).isInstanceOf(Judgement.Decided.class);
    var outcome = ((Judgement.Decided) judgement).outcome();
    assertThat(outcome.state()).isEqualTo(state);
    assertThat(outcome.said().key()).isEqualTo("operation.outcome.switchover." + said);
  }

  private static void assertLooksOn(Judgement judgement) {
    assertThat(judgement).isInstanceOf(Judgement.LookAgain.class);
  }

  private static ClusterState moved() {
    return SampleCluster.healthy().ledBy("srv-pg2", 200).state();
  }

  private static ClusterState unmoved() {
    return SampleCluster.healthy().state();
  }

  @Test
  void succeedsWhenTheCandidateLeadsAndTheOldLeaderStreamsOnTheNewTimeline() {
    assertOutcome(
        judge(finished(ProgramAnswer.SWITCHED), moved(), AT_ONCE), RequestState.SUCCEEDED, "done");
  }

  @ParameterizedTest
  @EnumSource(ProgramAnswer.class)
  void whatIsSeenDecidesWhateverTheProgramSaid(ProgramAnswer said) {
    assertOutcome(judge(finished(said), moved(), AT_ONCE), RequestState.SUCCEEDED, "done");
  }

  @Test
  void succeedsEvenIfTheProgramWasLostOutOfSight() {
    assertOutcome(
        judge(new Job.NotAsked("TIMED_OUT"), moved(), AT_ONCE), RequestState.SUCCEEDED, "done");
    assertOutcome(
        judge(new Job.Lost("restarted"), moved(), AT_ONCE), RequestState.SUCCEEDED, "done");
  }

  @Test
  void waitsForTheProgramToEndAlthoughTheLeaderMoved() {
    assertLooksOn(judge(new Job.Running(), moved(), AT_ONCE));
  }

  @Test
  void waitsForTheOldLeaderToStreamAgain() {
    var cluster = SampleCluster.healthy().ledBy("srv-pg2", 200);
    cluster.node("srv-pg1").replicationState = null;
    cluster.node("srv-pg1").state = "stopped";
    assertLooksOn(judge(finished(ProgramAnswer.SWITCHED), cluster.state(), A_MINUTE));
    assertOutcome(
        judge(finished(ProgramAnswer.SWITCHED), cluster.state(), VERY_LONG),
        RequestState.DEVIATED,
        "not-back");
  }

  @Test
  void anOldLeaderThatStreamsOnTheOldTimelineIsNotBack() {
    var cluster = SampleCluster.healthy().ledBy("srv-pg2", 200);
    cluster.node("srv-pg1").timeline = 5;
    assertLooksOn(judge(finished(ProgramAnswer.SWITCHED), cluster.state(), AT_ONCE));
  }

  @Test
  void deviatesWhenAnotherMemberLeadsInstead() {
    var state = SampleCluster.healthy().ledBy("srv-pg3", 200).state();
    assertOutcome(
        judge(finished(ProgramAnswer.SWITCHED), state, AT_ONCE), RequestState.DEVIATED, "instead");
  }

  @Test
  void withoutACandidateALeaderOutsideTheAgreedSetDeviates() {
    var any = SampleCluster.toAnyOf("srv-pg2");
    var state = SampleCluster.healthy().ledBy("srv-pg3", 200).state();
    var evidence =
        new Evidence(
            finished(ProgramAnswer.SWITCHED),
            state,
            AT_ONCE,
            Patience.whileRunning(DynamicConfig.EMPTY));
    assertOutcome(SwitchoverJudge.judge(any, fence, evidence), RequestState.DEVIATED, "instead");
  }

  @Test
  void deviatesWhenTheOldLeaderLeadsAgainInANewReign() {
    var state = SampleCluster.healthy().ledBy("srv-pg1", 300).state();
    assertOutcome(
        judge(finished(ProgramAnswer.REFUSED), state, AT_ONCE),
        RequestState.DEVIATED,
        "leads-again");
  }

  @Test
  void aLostAnswerIsNeverFailedAtOnce() {
    assertLooksOn(judge(new Job.NotAsked("TIMED_OUT"), unmoved(), AT_ONCE));
    assertLooksOn(judge(new Job.Lost("no trace of its start"), unmoved(), AT_ONCE));
  }

  @Test
  void aHostThatCannotBeAskedEndsUnknown() {
    assertOutcome(
        judge(new Job.NotAsked("TIMED_OUT"), unmoved(), A_MINUTE),
        RequestState.UNKNOWN,
        "host-silent");
  }

  @Test
  void aStepBegunWithoutATraceOfItsStartEndsUnknown() {
    assertOutcome(
        judge(new Job.Lost("no trace of its start"), unmoved(), A_MINUTE),
        RequestState.UNKNOWN,
        "lost");
  }

  @Test
  void patronisStatusUnknownIsLookedAtForLongerThanPatroniWaits() {
    assertLooksOn(judge(finished(ProgramAnswer.UNCLEAR), unmoved(), Duration.ofSeconds(45)));
    assertOutcome(
        judge(finished(ProgramAnswer.UNCLEAR), unmoved(), A_MINUTE),
        RequestState.FAILED,
        "not-seen");
  }

  @Test
  void whileTheFailoverKeyStandsNothingIsDecided() {
    var pending = SampleCluster.healthy().asked(OURS).state();
    assertLooksOn(judge(finished(ProgramAnswer.REFUSED), pending, AT_ONCE));
    assertOutcome(
        judge(finished(ProgramAnswer.REFUSED), pending, A_MINUTE),
        RequestState.UNKNOWN,
        "failover-stays");
  }

  @Test
  void failsAtOnceWhenPatroniRefusedAndNothingMoved() {
    assertOutcome(
        judge(finished(ProgramAnswer.REFUSED), unmoved(), AT_ONCE), RequestState.FAILED, "refused");
  }

  @Test
  void aSuccessThatIsOnlySaidIsAFailure() {
    assertLooksOn(judge(finished(ProgramAnswer.SWITCHED), unmoved(), AT_ONCE));
    assertOutcome(
        judge(finished(ProgramAnswer.SWITCHED), unmoved(), A_MINUTE),
        RequestState.FAILED,
        "said-but-not-seen");
  }

  @Test
  void failsWhenItIsProvenThatNothingWasSent() {
    assertOutcome(judge(new Job.NothingSent(), null, AT_ONCE), RequestState.FAILED, "nothing-sent");
  }

  @Test
  void failsWhenTheHostFoundAnotherInstanceThanThePlans() {
    assertOutcome(
        judge(new Job.WrongTarget("scope shop"), unmoved(), AT_ONCE),
        RequestState.FAILED,
        "wrong-target");
  }

  @Test
  void aSilentDcsEndsUnknownAndNotFailed() {
    assertLooksOn(judge(finished(ProgramAnswer.SWITCHED), null, AT_ONCE));
    assertOutcome(
        judge(finished(ProgramAnswer.SWITCHED), null, A_MINUTE),
        RequestState.UNKNOWN,
        "dcs-silent");
  }

  @Test
  void waitsWhileNobodyLeadsAndThenSaysSo() {
    var nobody = SampleCluster.healthy().leaderless().state();
    assertLooksOn(judge(finished(ProgramAnswer.UNCLEAR), nobody, A_MINUTE));
    assertOutcome(
        judge(finished(ProgramAnswer.UNCLEAR), nobody, VERY_LONG),
        RequestState.DEVIATED,
        "nobody-leads");
  }

  @Test
  void aProgramThatNeverEndsIsUnknown() {
    assertLooksOn(judge(new Job.Running(), unmoved(), A_MINUTE));
    assertOutcome(
        judge(new Job.Running(), unmoved(), VERY_LONG), RequestState.UNKNOWN, "still-running");
  }

  @ParameterizedTest
  @EnumSource(ProgramAnswer.class)
  void afterARestartThereIsAnOutcomeWithinAMinuteWhateverIsSeen(ProgramAnswer said) {
    var patience = Patience.afterRestart();
    var looking = Duration.ofSeconds(50);
    var away = SampleCluster.healthy().ledBy("srv-pg2", 200);
    away.node("srv-pg1").seen = false;
    for (ClusterState state :
        new @Nullable ClusterState[] {
          unmoved(), moved(), away.state(), SampleCluster.healthy().leaderless().state(), null
        }) {
      for (Job job :
          new Job[] {
            finished(said), new Job.Running(), new Job.Lost("x"), new Job.NotAsked("REFUSED")
          }) {
        assertThat(
                SwitchoverJudge.judge(
                    operation, fence, new Evidence(job, state, looking, patience)))
            .isInstanceOf(Judgement.Decided.class);
      }
    }
  }
}

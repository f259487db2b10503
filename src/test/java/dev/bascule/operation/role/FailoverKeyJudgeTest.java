package dev.bascule.operation.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.CancelScheduledSwitchover;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
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
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Schedules that Patroni keeps: handed over and taken back. */
class FailoverKeyJudgeTest {
  private static final Instant AT = Instant.parse("2026-11-24T01:30:00Z");
  private static final FailoverKey KEPT = key("srv-pg2", AT);
  private static final CancelScheduledSwitchover CANCEL =
      new CancelScheduledSwitchover(SampleCluster.ID);

  private static FailoverKey key(String candidate, Instant at) {
    return new FailoverKey(new MemberName("srv-pg1"), new MemberName(candidate), at, at.toString());
  }

  private static Judgement scheduled(Job job, @Nullable ClusterState state, int seconds) {
    var at = new Timing.At(AT, ZoneId.of("UTC"), Timing.Keeper.PATRONI);
    var operation =
        new Switchover(SampleCluster.ID, new Successor.Named(new MemberName("srv-pg2")), at, false);
    var fence = RoleFence.ofSwitchover(SampleCluster.healthy().state(), operation.successor());
    return FailoverKeyJudge.scheduled(operation, at, fence, evidence(job, state, seconds));
  }

  private static Judgement cancelled(Job job, @Nullable ClusterState state, int seconds) {
    var before = SampleCluster.healthy().asked(KEPT).state();
    return FailoverKeyJudge.cancelled(
        CANCEL, RoleFence.ofCancelling(before), evidence(job, state, seconds));
  }

  private static Evidence evidence(Job job, @Nullable ClusterState state, int seconds) {
    return new Evidence(
        job, state, Duration.ofSeconds(seconds), Patience.whileRunning(DynamicConfig.EMPTY));
  }

  private static void assertState(Judgement judgement, RequestState state) {
    assertThat(judgement).isInstanceOf(Judgement.Decided.class);
    assertThat(((Judgement.Decided) judgement).outcome().state()).isEqualTo(state);
  }

  private static Job finished(ProgramAnswer said) {
    return new Job.Finished(0, said);
  }

  @Test
  void aScheduleIsHandedOverWhenTheKeySaysExactlyThat() {
    assertState(
        scheduled(
            finished(ProgramAnswer.SCHEDULED), SampleCluster.healthy().asked(KEPT).state(), 1),
        RequestState.SUCCEEDED);
  }

  @Test
  void anotherCandidateOrTimeInTheKeyIsNotOurs() {
    var other = SampleCluster.healthy().asked(key("srv-pg3", AT)).state();
    var later = SampleCluster.healthy().asked(key("srv-pg2", AT.plusSeconds(60))).state();
    assertThat(scheduled(finished(ProgramAnswer.SCHEDULED), other, 1))
        .isInstanceOf(Judgement.LookAgain.class);
    assertThat(scheduled(finished(ProgramAnswer.SCHEDULED), later, 1))
        .isInstanceOf(Judgement.LookAgain.class);
  }

  @Test
  void aHandOverThatPatroniRefusedFailed() {
    assertState(
        scheduled(finished(ProgramAnswer.REFUSED), SampleCluster.healthy().state(), 1),
        RequestState.FAILED);
  }

  @Test
  void aHandOverDuringWhichTheLeaderMovedDeviated() {
    assertState(
        scheduled(
            finished(ProgramAnswer.SCHEDULED),
            SampleCluster.healthy().ledBy("srv-pg3", 300).state(),
            1),
        RequestState.DEVIATED);
  }

  @Test
  void aScheduleIsTakenBackWhenTheKeyIsEmpty() {
    assertState(
        cancelled(finished(ProgramAnswer.FLUSHED), SampleCluster.healthy().state(), 1),
        RequestState.SUCCEEDED);
  }

  @Test
  void aScheduleThatStandsAlthoughTheProgramSaysOtherwiseFailed() {
    var state = SampleCluster.healthy().asked(KEPT).state();
    assertThat(cancelled(finished(ProgramAnswer.FLUSHED), state, 1))
        .isInstanceOf(Judgement.LookAgain.class);
    assertState(cancelled(finished(ProgramAnswer.FLUSHED), state, 90), RequestState.FAILED);
  }

  @Test
  void aHostThatCannotBeAskedEndsUnknown() {
    var state = SampleCluster.healthy().asked(KEPT).state();
    assertState(cancelled(new Job.NotAsked("TIMED_OUT"), state, 90), RequestState.UNKNOWN);
  }
}

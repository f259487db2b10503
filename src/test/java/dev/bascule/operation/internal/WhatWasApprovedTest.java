package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.approval.PlanHash;
import dev.bascule.operation.Check;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Moment;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Sheet;
import dev.bascule.support.Database;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariant 5: what was approved is what runs. */
@ParameterizedClass
@EnumSource
class WhatWasApprovedTest {
  private final World world;

  WhatWasApprovedTest(Database kind) {
    world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
  }

  private RequestId startedAfter(Runnable meanwhile) {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    meanwhile.run();
    world.show();
    world.start(id);
    return id;
  }

  private void assertVoided(RequestId id, String fact) {
    assertThat(world.state(id)).isEqualTo(RequestState.VOIDED);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(world.view(id).voidedBy()).extracting(Fence.Difference::fact).contains(fact);
    assertThat(world.claims()).isZero();
  }

  @Test
  void aLeaderThatChangedBetweenApprovalAndDispatchVoidsAndNothingIsSent() {
    assertVoided(startedAfter(() -> world.cluster.ledBy("srv-pg3", 300)), "leader");
  }

  @Test
  void fromAToBAndBackToAVoidsByTheLeaderKeysCreateRevision() {
    RequestId id =
        startedAfter(
            () -> {
              world.cluster.ledBy("srv-pg2", 300);
              world.cluster.ledBy("srv-pg1", 400);
            });
    assertVoided(id, "leader-create-revision");
    assertThat(world.view(id).voidedBy())
        .contains(new Fence.Difference("leader-create-revision", "100", "400"));
  }

  @Test
  void somebodysWorkMemIsAmberAndItRuns() {
    RequestId id =
        startedAfter(
            () ->
                world.cluster.configured(
                    "{\"loop_wait\":10,\"postgresql\":{\"parameters\":{\"work_mem\":\"8MB\"}}}"));
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    Sheet started = Objects.requireNonNull(world.view(id).sheets().get(Moment.STARTED));
    assertThat(started.checks(Check.Level.AMBER))
        .extracting(Check::code)
        .containsExactly("configuration");
  }

  @Test
  void aPauseMeanwhileVoids() {
    assertVoided(
        startedAfter(() -> world.cluster.configured("{\"loop_wait\":10,\"pause\":true}")), "pause");
  }

  @Test
  void anotherHostThatWouldRunItVoidsAndTheCommandsAreShown() {
    assertVoided(startedAfter(() -> world.facts.runners.removeFirst()), "commands");
  }

  @Test
  void aCheckThatTurnedRedAbortsAndNothingIsSent() {
    RequestId id = startedAfter(() -> world.cluster.node("srv-pg2").state = "stopped");
    assertThat(world.state(id)).isEqualTo(RequestState.ABORTED_STALE);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(world.claims()).isZero();
    assertThat(world.view(id).sheets()).containsKey(Moment.STARTED);
  }

  @Test
  void aDcsOutOfSightRefusesAndTheAgreementHoldsOnceItIsBack() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.fleet.outOfSight(true);
    assertThatThrownBy(() -> world.start(id))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused ->
                assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.DCS_OUT_OF_SIGHT));
    assertThat(world.state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(world.claims()).isZero();

    world.fleet.outOfSight(false);
    world.start(id);
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void whoAsksForSomethingElseThanIsShownIsRefused() {
    assertThatThrownBy(
            () ->
                world.console.desk.request(
                    world.dana,
                    SampleCluster.to("srv-pg2"),
                    PlanHash.of("an older sheet"),
                    "reason",
                    Set.of()))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.ANOTHER_PLAN));
  }

  @Test
  void approvingWhatIsNoMoreVoidsItOnTheSpot() {
    RequestId id = world.asked(SampleCluster.to("srv-pg2"));
    world.cluster.ledBy("srv-pg3", 300);
    world.show();
    assertThatThrownBy(() -> world.agree(id)).isInstanceOf(RequestRefused.class);
    assertVoided(id, "leader");
  }

  @Test
  void anAgreementThatIsOverIsNotUsed() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.clock.move(java.time.Duration.ofDays(1));
    world.start(id);
    assertThat(world.state(id)).isEqualTo(RequestState.EXPIRED);
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void reservationsAreAcknowledgedOneByOne() {
    world.cluster.node("srv-pg3").seen = false;
    world.show();
    var plan = world.console.desk.rehearse(world.dana, SampleCluster.to("srv-pg2"));
    assertThatThrownBy(
            () ->
                world.console.desk.request(
                    world.dana, SampleCluster.to("srv-pg2"), plan.hash(), "reason", Set.of()))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused ->
                assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.NOT_ACKNOWLEDGED));
  }
}

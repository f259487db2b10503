package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Schedules: everything is looked at again at that instant, and late is not run. */
@ParameterizedClass
@EnumSource
class SchedulesTest {
  private final World world;
  private final Instant at;

  SchedulesTest(Database kind) {
    world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
    at = world.clock.instant().plus(Duration.ofHours(2));
  }

  private static Switchover at(Instant time) {
    return new Switchover(
        SampleCluster.ID,
        new Successor.Named(new MemberName("srv-pg2")),
        new Timing.At(time, ZoneId.of("Europe/Paris"), Timing.Keeper.BASCULE),
        false);
  }

  private RequestId scheduled() {
    RequestId id = world.agreed(at(at));
    assertThat(world.state(id)).isEqualTo(RequestState.SCHEDULED);
    return id;
  }

  private void tickAt(Instant time) {
    world.clock.set(time);
    world.console.timekeeper.tick();
  }

  @Test
  void runsAtItsTimeAndNotBefore() {
    RequestId id = scheduled();
    tickAt(at.minusSeconds(1));
    assertThat(world.hosts.executed()).isEmpty();
    tickAt(at);
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.hosts.switchovers()).hasSize(1);
    tickAt(at.plusSeconds(60));
    assertThat(world.hosts.switchovers()).hasSize(1);
  }

  @Test
  void fiveMinutesLateItStillRuns() {
    RequestId id = scheduled();
    tickAt(at.plus(Timekeeper.TOO_LATE));
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void laterThanThatItIsExpiredAndNothingIsSent() {
    RequestId id = scheduled();
    world.restart();
    tickAt(at.plus(Timekeeper.TOO_LATE).plusMillis(1));
    assertThat(world.state(id)).isEqualTo(RequestState.EXPIRED);
    assertThat(world.outcome(id)).isEqualTo("operation.outcome.too-late");
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void cancellingSendsNothing() {
    RequestId id = scheduled();
    world.console.desk.cancel(world.dana, id, "not tonight");
    tickAt(at);
    assertThat(world.state(id)).isEqualTo(RequestState.CANCELLED);
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void whatNobodyAgreedToInTimeIsExpired() {
    RequestId id = world.asked(at(at));
    tickAt(at);
    assertThat(world.state(id)).isEqualTo(RequestState.EXPIRED);
    assertThatThrownBy(() -> world.agree(id)).isInstanceOf(RequestRefused.class);
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void anApprovalThatWouldEndBeforeTheTimeIsRefusedWhenAsked() {
    assertThatThrownBy(() -> world.asked(at(world.clock.instant().plus(Duration.ofHours(24)))))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.TIME));
    assertThat(world.state(world.asked(at(world.clock.instant().plus(Duration.ofHours(23))))))
        .isEqualTo(RequestState.REQUESTED);
  }

  @Test
  void aTimeThatIsOverIsRefused() {
    assertThatThrownBy(() -> world.asked(at(world.clock.instant())))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.TIME));
  }

  @Test
  void aLeaderThatChangedMeanwhileVoidsIt() {
    RequestId id = scheduled();
    world.cluster.ledBy("srv-pg3", 300);
    world.show();
    tickAt(at);
    assertThat(world.state(id)).isEqualTo(RequestState.VOIDED);
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void aDcsOutOfSightAtThatInstantAbortsIt() {
    RequestId id = scheduled();
    world.fleet.outOfSight(true);
    tickAt(at);
    assertThat(world.state(id)).isEqualTo(RequestState.ABORTED_STALE);
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void aCheckThatIsRedAtThatInstantAbortsIt() {
    RequestId id = scheduled();
    world.cluster.node("srv-pg2").state = "stopped";
    world.show();
    tickAt(at);
    assertThat(world.state(id)).isEqualTo(RequestState.ABORTED_STALE);
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void aBusyClusterIsWaitedForUntilItIsTooLate() {
    RequestId id = scheduled();
    RequestId holder = world.agreed(SampleCluster.to("srv-pg3"));
    world.console.dispatcher.claim(world.console.requests.find(holder).orElseThrow());
    tickAt(at);
    assertThat(world.state(id)).isEqualTo(RequestState.SCHEDULED);
    tickAt(at.plus(Timekeeper.TOO_LATE).plusSeconds(1));
    assertThat(world.state(id)).isEqualTo(RequestState.EXPIRED);
    assertThat(world.hosts.executed()).isEmpty();
  }
}

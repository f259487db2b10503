package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.operation.internal.FakeHosts.Line;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Database;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Invariants 1 and 4 with two consoles on one database, of which one stands still for so long that
 * the other takes it for gone, and then goes on as if nothing had been.
 */
@ParameterizedClass
@EnumSource
class TwoConsolesTest {
  private final World world;
  private final World.Console other;

  TwoConsolesTest(Database kind) {
    world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
    other = world.new Console();
  }

  @AfterEach
  void putRight() {
    Failpoints.instead(null);
  }

  /** The console stands still there, once, while this happens. */
  private static void standsStillAt(Failpoints point, Runnable meanwhile) {
    var first = new AtomicBoolean(true);
    Failpoints.instead(
        here -> {
          if (here == point && first.getAndSet(false)) {
            meanwhile.run();
          }
        });
  }

  @Test
  void whoLostTheClaimBeforeTheIntentSendsNothing() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    standsStillAt(Failpoints.AFTER_CLAIMED, () -> other.reconciler.takeOver(Duration.ZERO));
    world.start(id);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(world.state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(world.view(id).steps()).isEmpty();
  }

  @Test
  void whoLostTheClaimToAnotherRequestLeavesItThat() {
    RequestId first = world.agreed(SampleCluster.to("srv-pg2"));
    RequestId second = world.agreed(SampleCluster.to("srv-pg3"));
    standsStillAt(
        Failpoints.AFTER_CLAIMED,
        () -> {
          other.reconciler.takeOver(Duration.ZERO);
          other.dispatcher.claim(other.requests.find(second).orElseThrow());
        });
    world.start(first);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(other.claims.find(SampleCluster.ID).orElseThrow().request()).isEqualTo(second);
  }

  @Test
  void whoLostTheClaimDoesNotFreeTheClusterOfWhoHasIt() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    standsStillAt(
        Failpoints.AFTER_CLAIMED,
        () -> {
          other.reconciler.takeOver(Duration.ZERO);
          other.dispatcher.claim(other.requests.find(id).orElseThrow());
          world.cluster.ledBy("srv-pg3", 300);
          world.show();
        });
    world.start(id);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(other.claims.find(SampleCluster.ID).orElseThrow().owner()).isEqualTo(other.run.id());
  }

  @Test
  void whoLostTheClaimWhileSendingTriesNoFurtherHost() {
    world.hosts.line("srv-pg1", Line.REFUSED);
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    standsStillAt(Failpoints.AFTER_DISPATCHING, () -> other.reconciler.takeOver(Duration.ZERO));
    world.start(id);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(world.state(id)).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void whatTheOtherProvedVoidIsNotStartedAnyMore() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    standsStillAt(Failpoints.BEFORE_START, () -> other.reconciler.takeOver(Duration.ZERO));
    world.start(id);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(world.state(id)).isEqualTo(RequestState.FAILED);
    assertThat(world.claims()).isZero();
  }

  @Test
  void ofTwoConsolesThatKeepTheTimeOneDispatches() {
    var at = world.clock.instant().plus(Duration.ofHours(1));
    RequestId id =
        world.agreed(
            new Switchover(
                SampleCluster.ID,
                new Successor.Named(new MemberName("srv-pg2")),
                new Timing.At(at, ZoneId.of("Europe/Paris"), Timing.Keeper.BASCULE),
                false));
    world.clock.set(at.plusSeconds(1));
    standsStillAt(Failpoints.AFTER_CLAIMED, other.timekeeper::tick);
    world.console.timekeeper.tick();
    other.timekeeper.tick();
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.hosts.switchovers()).hasSize(1);
    assertThat(List.copyOf(world.audit.actions())).filteredOn("switchover.sent"::equals).hasSize(1);
  }
}

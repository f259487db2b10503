package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.support.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invariants 1 and 3: at most once, and after a crash nothing is repeated. The console ends at each
 * point between two states; another one begins and looks.
 */
class KilledConsoleTest {
  /** As sudden as a kill: nobody catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @AfterEach
  void putRight() {
    Failpoints.instead(null);
  }

  private static void killAt(Failpoints point) {
    Failpoints.instead(
        here -> {
          if (here == point) {
            throw new Killed();
          }
        });
  }

  static Stream<Arguments> pointsAfterTheClaim() {
    return EnumSet.range(Failpoints.AFTER_CLAIMED, Failpoints.AFTER_OUTCOME).stream()
        .flatMap(point -> Stream.of(Database.values()).map(kind -> Arguments.of(point, kind)));
  }

  /** How it was when the console was killed, and what came of it. */
  private record Killing(World world, RequestId id) {
    RequestState state() {
      return world.state(id);
    }
  }

  private static Killing killed(Failpoints point, Database kind) {
    var world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    killAt(point);
    assertThatThrownBy(() -> world.start(id)).isInstanceOf(Killed.class);
    Failpoints.instead(null);
    world.restart();
    return new Killing(world, id);
  }

  @ParameterizedTest
  @MethodSource("pointsAfterTheClaim")
  void theCommandIsExecutedAtMostOnceWhereverTheConsoleDies(Failpoints point, Database kind) {
    var killing = killed(point, kind);
    killing.world().console.reconciler.takeOver(Duration.ZERO);
    assertThat(killing.world().hosts.switchovers()).hasSizeLessThanOrEqualTo(1);
    // and whatever anybody does afterwards with the same request
    assertThatThrownBy(
            () -> {
              killing.world().start(killing.id());
              throw new IllegalStateException("started");
            })
        .isInstanceOf(RuntimeException.class);
    assertThat(killing.world().hosts.switchovers()).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("pointsAfterTheClaim")
  void thereIsAnOutcomeWithinAMinuteAndTheClusterIsFree(Failpoints point, Database kind) {
    var killing = killed(point, kind);
    Instant up = killing.world().clock.instant();
    killing.world().console.reconciler.takeOver(Duration.ZERO);
    RequestState expected =
        switch (point) {
          case AFTER_CLAIMED -> RequestState.APPROVED;
          case AFTER_DISPATCHING, BEFORE_START -> RequestState.FAILED;
          case AFTER_START, AFTER_RUNNING, AFTER_OBSERVING, BEFORE_OUTCOME, AFTER_OUTCOME ->
              RequestState.SUCCEEDED;
          case AFTER_REQUESTED, AFTER_APPROVED -> throw new AssertionError();
        };
    assertThat(killing.state()).isEqualTo(expected);
    assertThat(Duration.between(up, killing.world().clock.instant()))
        .isLessThan(Duration.ofSeconds(60));
    assertThat(killing.world().claims()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void betweenTheIntentAndTheDirectoryItIsProvenThatNothingWasSent(Database kind) {
    var killing = killed(Failpoints.AFTER_DISPATCHING, kind);
    killing.world().console.reconciler.takeOver(Duration.ZERO);
    assertThat(killing.world().hosts.executed()).isEmpty();
    assertThat(killing.world().hosts.voids()).containsExactly("srv-pg1");
    assertThat(killing.world().outcome(killing.id()))
        .isEqualTo("operation.outcome.switchover.nothing-sent");
  }

  @ParameterizedTest
  @EnumSource
  void afterTheClaimAloneItCanBeStartedAgainAndIsExecutedOnce(Database kind) {
    var killing = killed(Failpoints.AFTER_CLAIMED, kind);
    killing.world().console.reconciler.takeOver(Duration.ZERO);
    killing.world().start(killing.id());
    assertThat(killing.state()).isEqualTo(RequestState.SUCCEEDED);
    assertThat(killing.world().hosts.switchovers()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhereTheHostCannotBeAskedItEndsUnknown(Database kind) {
    var killing = killed(Failpoints.AFTER_DISPATCHING, kind);
    killing.world().hosts.line("srv-pg1", FakeHosts.Line.SILENT);
    Instant up = killing.world().clock.instant();
    killing.world().console.reconciler.takeOver(Duration.ZERO);
    assertThat(killing.state()).isEqualTo(RequestState.UNKNOWN);
    assertThat(Duration.between(up, killing.world().clock.instant()))
        .isLessThan(Duration.ofSeconds(60));
    assertThat(killing.world().claims()).isEqualTo(1);
  }

  @Test
  void aLivingConsolesRequestIsLeftToIt() {
    var killing = killed(Failpoints.AFTER_DISPATCHING, Database.H2);
    killing.world().console.reconciler.takeOver(Reconciler.SILENCE);
    assertThat(killing.state()).isEqualTo(RequestState.DISPATCHING);
    assertThat(killing.world().hosts.voids()).isEmpty();
  }

  @Test
  void requestsAndAgreementsAreKept() {
    var world = new World(Database.H2.fresh());
    killAt(Failpoints.AFTER_REQUESTED);
    assertThatThrownBy(() -> world.asked(SampleCluster.to("srv-pg2"))).isInstanceOf(Killed.class);
    killAt(Failpoints.AFTER_APPROVED);
    RequestId id = new RequestId(1);
    assertThatThrownBy(() -> world.agree(id)).isInstanceOf(Killed.class);
    Failpoints.instead(null);
    world.restart();
    world.console.reconciler.takeOver(Duration.ZERO);
    assertThat(world.state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(world.hosts.executed()).isEmpty();
  }
}

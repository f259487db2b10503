package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.NotAllowed;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.RequestTab;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Resolution;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.internal.FakeHosts.Line;
import dev.bascule.support.Database;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariants 7 and 11: unknown is a result, and there is a way on that a named person takes. */
@ParameterizedClass
@EnumSource
class UnknownOutcomeTest {
  private final World world;

  UnknownOutcomeTest(Database kind) {
    world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
  }

  /** The host took the step or didn't, and is silent ever since. */
  private RequestId unknown() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    Failpoints.instead(
        here -> {
          if (here == Failpoints.BEFORE_START) {
            world.hosts.line("srv-pg1", Line.CUT_BEFORE_ARRIVAL);
          } else if (here == Failpoints.AFTER_START) {
            world.hosts.line("srv-pg1", Line.SILENT);
          }
        });
    try {
      world.start(id);
    } finally {
      Failpoints.instead(null);
    }
    assertThat(world.state(id)).isEqualTo(RequestState.UNKNOWN);
    return id;
  }

  private void resolve(RequestId id, Resolution said) {
    world.console.desk.resolve(world.mona, id, said, "No job on srv-pg1, srv-pg1 leads");
  }

  @Test
  void aHostThatFallsSilentWhileItIsSentIsNeitherFailedNorTriedElsewhere() {
    RequestId id = unknown();
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(world.view(id).steps()).hasSize(1);
    assertThat(world.audit.actions()).endsWith("switchover.sent", "switchover.unknown");
  }

  @Test
  void itKeepsTheClusterWhateverTimePassesAndHoweverOftenTheConsoleStarts() {
    RequestId id = unknown();
    world.clock.move(Duration.ofDays(3));
    world.restart();
    world.console.reconciler.takeOver(Duration.ZERO);
    assertThat(world.state(id)).isEqualTo(RequestState.UNKNOWN);
    assertThat(world.claims()).isEqualTo(1);
    assertThatThrownBy(() -> world.asked(SampleCluster.to("srv-pg3")))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.CLUSTER_BUSY));
  }

  @ParameterizedTest
  @EnumSource
  void aNamedPersonSaysWhatHappenedAndTheClusterIsFree(Resolution said) {
    RequestId id = unknown();
    resolve(id, said);
    RequestView view = world.view(id);
    assertThat(view.state()).isEqualTo(RequestState.UNKNOWN);
    var resolution = Objects.requireNonNull(view.resolution());
    assertThat(resolution.resolution()).isEqualTo(said);
    assertThat(resolution.by()).isEqualTo("mona");
    assertThat(resolution.reason()).isEqualTo("No job on srv-pg1, srv-pg1 leads");
    assertThat(world.audit.actions()).endsWith("switchover.resolved");
    assertThat(world.claims()).isZero();

    world.hosts.line("srv-pg1", Line.UP);
    RequestId next = world.agreed(SampleCluster.to("srv-pg2"));
    world.start(next);
    assertThat(world.state(next)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.hosts.switchovers()).hasSize(1);
  }

  @Test
  void itTakesAReasonAndTheRight() {
    RequestId id = unknown();
    assertThatThrownBy(
            () -> world.console.desk.resolve(world.mona, id, Resolution.CANNOT_TELL, "  "))
        .isInstanceOf(RequestRefused.class);
    assertThatThrownBy(
            () -> world.console.desk.resolve(world.dana, id, Resolution.HAPPENED, "I saw it"))
        .isInstanceOf(NotAllowed.class);
    assertThat(world.claims()).isEqualTo(1);
  }

  @Test
  void whatWasResolvedStaysAsItWasSaid() {
    RequestId id = unknown();
    resolve(id, Resolution.DID_NOT_HAPPEN);
    assertThatThrownBy(() -> resolve(id, Resolution.HAPPENED)).isInstanceOf(RequestRefused.class);
    assertThatThrownBy(() -> world.start(id)).isInstanceOf(RequestRefused.class);
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void itWaitsForWhoMayResolveIt() {
    RequestId id = unknown();
    assertThat(world.console.desk.list(world.mona, RequestTab.WAITING_FOR_ME, 0, 10))
        .extracting(line -> line.id())
        .contains(id);
    assertThat(world.console.desk.list(world.amir, RequestTab.WAITING_FOR_ME, 0, 10)).isEmpty();
  }
}

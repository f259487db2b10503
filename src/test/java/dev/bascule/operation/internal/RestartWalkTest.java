package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.operation.Operation;
import dev.bascule.operation.Pause;
import dev.bascule.operation.PauseNote;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Restart;
import dev.bascule.operation.Resume;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Timing;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Database;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations besides switchover, from asking to outcome, and interrupted half-way. */
class RestartWalkTest {
  private static final Restart RESTART =
      new Restart(
          SampleCluster.ID,
          List.of(new MemberName("srv-pg2")),
          false,
          null,
          null,
          new Timing.OnCommand());

  /** As sudden as a kill: nobody catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final World world = new World(Database.H2.fresh());

  @AfterEach
  void putRight() {
    Failpoints.instead(null);
  }

  private void restartsTheReplica() {
    world.hosts.program(
        step -> {
          world.hosts.runOn(step);
          world.after(
              Duration.ofSeconds(2),
              () -> {
                world.facts.restarted("srv-pg2", world.clock.instant());
                world.hosts.finish(step, 0, "Success: restart on member srv-pg2\n");
              });
        });
  }

  private RequestId done(Operation operation) {
    RequestId id = world.agreed(operation);
    world.start(id);
    return id;
  }

  @Test
  void aRestartIsSeenInItsPostmasterAndRunOnce() {
    restartsTheReplica();
    RequestId id = done(RESTART);
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.hosts.executed())
        .containsExactly("srv-pg1: patronictl restart maincluster srv-pg2 --force");
    assertThat(world.audit.actions())
        .containsExactly(
            "restart.requested", "restart.approved", "restart.sent", "restart.succeeded");
    assertThat(world.claims()).isZero();
  }

  @Test
  void aProgramThatOnlySaysSoIsAFailure() {
    world.hosts.program(
        step -> world.hosts.finish(step, 0, "Success: restart on member srv-pg2\n"));
    assertThat(world.state(done(RESTART))).isEqualTo(RequestState.FAILED);
  }

  static Stream<Failpoints> halfWay() {
    return EnumSet.range(Failpoints.AFTER_DISPATCHING, Failpoints.BEFORE_OUTCOME).stream();
  }

  @ParameterizedTest
  @MethodSource("halfWay")
  void interruptedAnywhereItIsLookedAtAndNeverRunTwice(Failpoints point) {
    restartsTheReplica();
    RequestId id = world.agreed(RESTART);
    Failpoints.instead(
        here -> {
          if (here == point) {
            throw new Killed();
          }
        });
    assertThatThrownBy(() -> world.start(id)).isInstanceOf(Killed.class);
    Failpoints.instead(null);
    world.restart();
    world.console.reconciler.takeOver(Duration.ZERO);
    boolean sent = point.compareTo(Failpoints.AFTER_START) >= 0;
    assertThat(world.state(id)).isEqualTo(sent ? RequestState.SUCCEEDED : RequestState.FAILED);
    assertThat(world.hosts.executed()).hasSize(sent ? 1 : 0);
    assertThat(world.claims()).isZero();
  }

  private void pauses(boolean paused) {
    world.hosts.program(
        step -> {
          world.cluster.configured("{\"loop_wait\":10,\"pause\":" + paused + "}");
          for (String name : List.of("srv-pg1", "srv-pg2", "srv-pg3")) {
            world.cluster.node(name).pauseSeen = paused;
          }
          world.show();
          world.hosts.finish(
              step, 0, "Success: cluster management is " + (paused ? "paused" : "resumed") + "\n");
        });
  }

  @Test
  void aPauseIsRememberedWithItsEndUntilItIsResumed() {
    var until = world.clock.instant().plus(Duration.ofHours(2));
    pauses(true);
    RequestId id = done(new Pause(SampleCluster.ID, until));
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.console.desk.pauses())
        .containsExactly(
            new PauseNote(
                id, SampleCluster.ID, "production", "dana", "kernel update on srv-pg1", until));

    pauses(false);
    assertThat(world.state(done(new Resume(SampleCluster.ID)))).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.console.desk.pauses()).isEmpty();
  }
}

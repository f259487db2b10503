package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.support.SmallDisk;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Invariants 2 and 9: what can't be written, because the embedded database's disk is full. */
class FullDiskTest {
  private final World world = new World(SmallDisk.database());

  @AfterEach
  void makeRoom() {
    SmallDisk.full(false);
  }

  private static void assertCantBeKept(ThrowingCallable work) {
    assertThatThrownBy(work).isInstanceOfAny(DataAccessException.class, TransactionException.class);
  }

  /**
   * The database closed itself over that; the console takes up again what it left, as often as it
   * does.
   */
  private void goesOn() {
    await("the database to be usable")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(
            () -> {
              world.console.reconciler.takeOver(Duration.ZERO);
              return true;
            });
  }

  @Test
  void nothingIsSentAndOnceThereIsRoomItRunsWithoutARestart() {
    world.switchesOver("srv-pg2");
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    var hash = world.view(id).hash();

    SmallDisk.full(true);
    assertCantBeKept(() -> world.console.desk.start(world.dana, id, hash));
    assertThat(world.hosts.executed()).isEmpty();

    SmallDisk.full(false);
    goesOn();
    assertThat(world.state(id)).isEqualTo(RequestState.APPROVED);
    world.start(id);
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.hosts.switchovers()).hasSize(1);
  }

  @Test
  void theOutcomeOfWhatRanMeanwhileIsKeptOnceThereIsRoom() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.hosts.program(
        step -> {
          world.hosts.runOn(step);
          SmallDisk.full(true);
          world.cluster.ledBy("srv-pg2", 2_000);
          world.show();
          world.hosts.finish(step, 0, "Successfully switched over to \"srv-pg2\"\n");
        });
    var hash = world.view(id).hash();
    assertCantBeKept(() -> world.console.desk.start(world.dana, id, hash));

    SmallDisk.full(false);
    goesOn();
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.hosts.switchovers()).hasSize(1);
    assertThat(world.claims()).isZero();
  }
}

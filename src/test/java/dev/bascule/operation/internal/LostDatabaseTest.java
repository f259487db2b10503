package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Database;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Invariant 9: a loss of the console's database stops operations, not viewing. */
@ParameterizedClass
@EnumSource
class LostDatabaseTest {
  private final World world;

  LostDatabaseTest(Database kind) {
    world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
  }

  private void lost() {
    world.database.source().close();
  }

  private static void assertStopped(Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfAny(DataAccessException.class, TransactionException.class);
  }

  @Test
  void nothingCanBeAskedForApprovedOrStarted() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    var hash = world.view(id).hash();
    lost();
    assertStopped(() -> world.console.desk.start(world.dana, id, hash));
    assertStopped(() -> world.asked(SampleCluster.to("srv-pg3")));
    assertStopped(() -> world.console.desk.approve(world.amir, id, hash, java.util.Set.of(), ""));
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void aScheduleSendsNothing() {
    var at = world.clock.instant().plus(Duration.ofHours(1));
    world.agreed(
        new Switchover(
            SampleCluster.ID,
            new Successor.Named(new MemberName("srv-pg2")),
            new Timing.At(at, ZoneId.of("Europe/Paris"), Timing.Keeper.BASCULE),
            false));
    world.clock.set(at.plusSeconds(1));
    lost();
    assertStopped(world.console.timekeeper::tick);
    assertThat(world.hosts.executed()).isEmpty();
  }

  /** The table that every move of a request needs is away. */
  private void away(boolean gone) {
    world
        .database
        .sql(
            gone
                ? "alter table operation_request rename to operation_request_away"
                : "alter table operation_request_away rename to operation_request")
        .update();
  }

  @Test
  void theOutcomeOfWhatRanMeanwhileIsKeptWhenTheDatabaseIsBack() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.hosts.program(
        step -> {
          world.hosts.runOn(step);
          away(true);
          world.after(
              Duration.ofSeconds(2),
              () -> {
                world.cluster.ledBy("srv-pg2", 2_000);
                world.show();
                world.hosts.finish(step, 0, "Successfully switched over to \"srv-pg2\"\n");
              });
          world.after(Duration.ofSeconds(60), () -> away(false));
        });
    world.start(id);
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.hosts.switchovers()).hasSize(1);
    assertThat(world.claims()).isZero();
  }
}

package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.internal.FakeHosts.Line;
import dev.bascule.support.Database;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariant 2: the intent is on disk before the first byte goes out. */
@ParameterizedClass
@EnumSource
class IntentBeforeEffectTest {
  private final World world;

  IntentBeforeEffectTest(Database kind) {
    world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
  }

  private long rows(String table) {
    return world.database.sql("select count(*) from " + table).query(Long.class).single();
  }

  @Test
  void whatIsExecutedWasKeptAndForcedBefore() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.hosts.program(
        step -> {
          // read on a connection of its own: committed
          assertThat(rows("operation_claim")).isEqualTo(1);
          assertThat(rows("operation_step")).isEqualTo(1);
          assertThat(world.console.requests.find(id).orElseThrow().state())
              .isEqualTo(RequestState.DISPATCHING);
          assertThat(world.audit.actions()).endsWith("switchover.sent");
          assertThat(world.audit.forced()).isEqualTo(1);
          world.switchesOver("srv-pg2");
          world.cluster.ledBy("srv-pg2", 2_000);
          world.show();
          world.hosts.finish(step, 0, "Successfully switched over to \"srv-pg2\"\n");
        });
    world.start(id);
    assertThat(world.hosts.switchovers()).hasSize(1);
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void nothingIsSentWhenTheIntentCannotBeWritten() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.audit.fail();
    world.start(id);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(rows("operation_step")).isZero();
    // what was agreed to stays agreed, and the cluster is free again
    world.console.reconciler.takeOver(Duration.ZERO);
    assertThat(world.state(id)).isEqualTo(RequestState.APPROVED);
    assertThat(world.claims()).isZero();
  }

  @Test
  void nothingIsSentWhenTheIntentCannotBeForcedToTheDisk() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.audit.failToForce();
    world.start(id);
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(world.state(id)).isEqualTo(RequestState.FAILED);
    assertThat(world.outcome(id)).isEqualTo("operation.outcome.nothing-sent");
  }

  @Test
  void theNextHostIsNotTriedWhenThatCannotBeWritten() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.hosts.line("srv-pg1", Line.REFUSED);
    Failpoints.instead(
        here -> {
          if (here == Failpoints.AFTER_DISPATCHING) {
            world.audit.fail();
          }
        });
    try {
      assertThatThrownBy(() -> world.start(id)).isInstanceOf(IllegalStateException.class);
    } finally {
      Failpoints.instead(null);
    }
    assertThat(world.hosts.executed()).isEmpty();
  }
}

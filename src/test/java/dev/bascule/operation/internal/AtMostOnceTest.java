package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.StepView;
import dev.bascule.operation.StepView.Progress;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.operation.internal.FakeHosts.Line;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Database;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariants 1 and 4: at most once, and one disruptive operation a cluster at a time. */
@ParameterizedClass
@EnumSource
class AtMostOnceTest {
  private final World world;

  AtMostOnceTest(Database kind) {
    world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
  }

  private static void assertRefused(Refusal.Code code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            RequestRefused.class, refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  @Test
  void startingTwiceExecutesOnce() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.start(id);
    assertRefused(Refusal.Code.WRONG_STATE, () -> world.start(id));
    assertThat(world.hosts.switchovers()).hasSize(1);
  }

  @Test
  void twoConsolesThatStartTheSameRequestExecuteItOnce() {
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    var other = world.new Console();
    Request seenByBoth = other.requests.find(id).orElseThrow();
    world.start(id);
    // the other console read the request before it was started
    other.conductor.start(world.dana, seenByBoth);
    assertThat(world.hosts.switchovers()).hasSize(1);
    assertThat(world.claims()).isZero();
  }

  @Test
  void aSecondOperationWaitsWhileTheFirstHoldsTheCluster() {
    RequestId first = world.agreed(SampleCluster.to("srv-pg2"));
    RequestId second = world.agreed(SampleCluster.to("srv-pg3"));
    Request held = world.console.requests.find(first).orElseThrow();
    world.console.dispatcher.claim(held);
    assertRefused(Refusal.Code.CLUSTER_BUSY, () -> world.start(second));
    assertThat(world.state(second)).isEqualTo(RequestState.APPROVED);
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void theClaimsPrimaryKeyIsTheCluster() {
    RequestId first = world.agreed(SampleCluster.to("srv-pg2"));
    RequestId second = world.agreed(SampleCluster.to("srv-pg3"));
    var claims = world.console.claims;
    var owner = UUID.randomUUID();
    assertThat(claims.take(new Claim(SampleCluster.ID, first, UUID.randomUUID(), owner))).isTrue();
    assertThat(claims.take(new Claim(SampleCluster.ID, second, UUID.randomUUID(), owner)))
        .isFalse();
    assertThatThrownBy(
            () ->
                world
                    .database
                    .sql(
                        """
                        insert into operation_claim
                        values ('lab', 'maincluster', ?, ?, ?, now(), now())\
                        """)
                    .params(second.value(), UUID.randomUUID(), UUID.randomUUID())
                    .update())
        .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
  }

  @Test
  void aRefusedConnectionLeadsToTheNextHostUnderANewId() {
    world.hosts.line("srv-pg1", Line.REFUSED);
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.start(id);
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.hosts.switchovers()).singleElement().asString().startsWith("srv-pg2: ");
    var steps = world.view(id).steps();
    assertThat(steps)
        .extracting(StepView::progress)
        .containsExactly(Progress.REFUSED, Progress.FINISHED);
    assertThat(steps).extracting(StepView::id).doesNotHaveDuplicates();
  }

  @Test
  void aStepThatWasCutIsProvenVoidBeforeTheNextHostIsTried() {
    world.hosts.line("srv-pg1", Line.CUT_BEFORE_ARRIVAL);
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.start(id);
    assertThat(world.hosts.voids()).containsExactly("srv-pg1");
    assertThat(world.hosts.switchovers()).singleElement().asString().startsWith("srv-pg2: ");
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void aStepThatArrivedAlthoughTheConnectionWasCutIsFollowedAndNotRepeated() {
    world.hosts.line("srv-pg1", Line.CUT_AFTER_ARRIVAL);
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.start(id);
    assertThat(world.hosts.switchovers()).singleElement().asString().startsWith("srv-pg1: ");
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void whenEveryHostRefusesNothingWasSentAndItFailed() {
    for (String host : new String[] {"srv-pg1", "srv-pg2", "srv-pg3"}) {
      world.hosts.line(host, Line.REFUSED);
    }
    RequestId id = world.agreed(SampleCluster.to("srv-pg2"));
    world.start(id);
    assertThat(world.state(id)).isEqualTo(RequestState.FAILED);
    assertThat(world.outcome(id)).isEqualTo("operation.outcome.nothing-sent");
    assertThat(world.hosts.executed()).isEmpty();
    assertThat(world.claims()).isZero();
  }

  @Test
  void theCheckpointIsAStepOfItsOwnJustBefore() {
    world.hosts.program(
        step -> {
          if (step.spec.program().toString().startsWith("psql")) {
            world.hosts.finish(step, 0, "");
            world.switchesOver("srv-pg2");
          } else {
            throw new AssertionError("not before the checkpoint");
          }
        });
    RequestId id =
        world.agreed(
            new Switchover(
                SampleCluster.ID,
                new Successor.Named(new MemberName("srv-pg2")),
                new Timing.OnCommand(),
                true));
    world.start(id);
    assertThat(world.hosts.executed()).hasSize(2);
    assertThat(world.hosts.executed().getFirst()).startsWith("srv-pg1: psql");
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void aLeaderThatChangesDuringTheCheckpointKeepsTheSwitchoverFromBeingSent() {
    world.hosts.program(
        step -> {
          world.hosts.finish(step, 0, "");
          world.cluster.ledBy("srv-pg3", 900);
          world.show();
        });
    RequestId id =
        world.agreed(
            new Switchover(
                SampleCluster.ID,
                new Successor.Named(new MemberName("srv-pg2")),
                new Timing.OnCommand(),
                true));
    world.start(id);
    assertThat(world.hosts.switchovers()).isEmpty();
    assertThat(world.state(id)).isEqualTo(RequestState.FAILED);
  }
}

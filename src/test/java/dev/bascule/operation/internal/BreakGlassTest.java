package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Right;
import dev.bascule.approval.internal.Voters;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
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
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariant 11: break-glass has a right of its own, a reason, a notice and an open review. */
@ParameterizedClass
@EnumSource
class BreakGlassTest {
  private final World world;
  private final Actor rita;

  BreakGlassTest(Database kind) {
    world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
    rita = Voters.person(world.database, "rita", Right.VIEW, Right.REVIEW);
  }

  private RequestId broken(Actor actor, Operation operation, String reason) {
    var plan = world.console.desk.rehearseException(actor, operation);
    return world.console.desk.breakGlass(
        actor, operation, plan.hash(), reason, plan.sheet().reservations());
  }

  private RequestId broken() {
    return broken(world.mona, SampleCluster.to("srv-pg2"), "srv-pg1 burns");
  }

  @Test
  void runsAtOnceWithoutAnybodyElseAndSaysSo() {
    RequestId id = broken();
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    assertThat(world.hosts.switchovers()).hasSize(1);
    var glass = Objects.requireNonNull(world.view(id).breakGlass());
    assertThat(glass.by()).isEqualTo("mona");
    assertThat(glass.reason()).isEqualTo("srv-pg1 burns");
    assertThat(world.audit.actions())
        .containsExactly("switchover.break-glass", "switchover.sent", "switchover.succeeded");
  }

  @Test
  void takesARightOfItsOwnAndAReason() {
    assertThatThrownBy(() -> broken(world.dana, SampleCluster.to("srv-pg2"), "srv-pg1 burns"))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> broken(world.mona, SampleCluster.to("srv-pg2"), " "))
        .isInstanceOf(RequestRefused.class);
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void isNotForLater() {
    var at = world.clock.instant().plus(Duration.ofHours(1));
    var later =
        new Switchover(
            SampleCluster.ID,
            new Successor.Named(new MemberName("srv-pg2")),
            new Timing.At(at, ZoneId.of("Europe/Paris"), Timing.Keeper.BASCULE),
            false);
    assertThatThrownBy(() -> broken(world.mona, later, "srv-pg1 burns"))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.TIME));
  }

  @Test
  void passesAnUnknownOutcomeButNotWhatIsUnderWay() {
    RequestId first = world.agreed(SampleCluster.to("srv-pg3"));
    world.console.dispatcher.claim(world.console.requests.find(first).orElseThrow());
    assertThatThrownBy(this::broken)
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.CLUSTER_BUSY));
    world.restart();
    world.console.reconciler.takeOver(Duration.ZERO);

    Failpoints.instead(
        here -> {
          if (here == Failpoints.BEFORE_START) {
            world.hosts.line("srv-pg1", Line.CUT_BEFORE_ARRIVAL);
          } else if (here == Failpoints.AFTER_START) {
            world.hosts.line("srv-pg1", Line.SILENT);
          }
        });
    try {
      world.start(first);
    } finally {
      Failpoints.instead(null);
    }
    assertThat(world.state(first)).isEqualTo(RequestState.UNKNOWN);
    world.hosts.line("srv-pg1", Line.UP);
    RequestId id = broken();
    assertThat(world.state(id)).isEqualTo(RequestState.SUCCEEDED);
    // what nobody could know is still to be said by a person
    assertThat(world.view(first).resolution()).isNull();
  }

  @Test
  void keepsEveryCheckOfThePlan() {
    world.cluster.node("srv-pg2").state = "stopped";
    world.show();
    assertThatThrownBy(this::broken).isInstanceOf(RequestRefused.class);
    assertThat(world.hosts.executed()).isEmpty();
  }

  @Test
  void isShownToAllUntilSomebodyElseReviewedIt() {
    RequestId id = broken();
    assertThat(world.console.desk.openExceptions()).extracting(line -> line.id()).contains(id);
    assertThatThrownBy(() -> world.console.desk.review(world.mona, id, "fine"))
        .isInstanceOf(RequestRefused.class);
    assertThatThrownBy(() -> world.console.desk.review(rita, id, " "))
        .isInstanceOf(RequestRefused.class);
    assertThatThrownBy(() -> world.console.desk.review(world.dana, id, "fine"))
        .isInstanceOf(NotAllowed.class);
    assertThat(world.console.desk.openExceptions()).hasSize(1);
    world.console.desk.review(rita, id, "It did burn");
    assertThat(world.console.desk.openExceptions()).isEmpty();
    assertThat(world.audit.actions()).endsWith("switchover.reviewed");
  }
}

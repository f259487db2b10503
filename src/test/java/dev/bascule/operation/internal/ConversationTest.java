package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Right;
import dev.bascule.approval.internal.Voters;
import dev.bascule.operation.Remark;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestQuery;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.support.Database;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people say about a request, and how requests are found again. */
@ParameterizedClass
@EnumSource
class ConversationTest {
  private final World world;

  ConversationTest(Database kind) {
    world = new World(kind.fresh());
    world.switchesOver("srv-pg2");
  }

  @Test
  void keepsWhatWasSaidInOrder() {
    RequestId id = world.asked(SampleCluster.to("srv-pg2"));
    world.console.desk.remark(world.amir, id, "Is the backup through?");
    world.console.desk.remark(world.dana, id, "  Yes, since 21:40.  ");
    assertThat(world.console.desk.conversation(world.dana, id))
        .extracting(Remark::by, Remark::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("amir", "Is the backup through?"),
            org.assertj.core.groups.Tuple.tuple("dana", "Yes, since 21:40."));
  }

  @Test
  void refusesAnEmptyRemarkAndAProgramsRemark() {
    RequestId id = world.asked(SampleCluster.to("srv-pg2"));
    assertThatThrownBy(() -> world.console.desk.remark(world.dana, id, "   "))
        .isInstanceOf(RequestRefused.class);
    assertThatThrownBy(() -> world.console.desk.remark(Actor.token("robot", ""), id, "hello"))
        .isInstanceOf(NotAllowed.class);
    assertThat(world.console.desk.conversation(world.dana, id)).isEmpty();
  }

  @Test
  void findsRequestsByClusterAndStateInPages() {
    RequestId first = world.asked(SampleCluster.to("srv-pg2"));
    RequestId second = world.asked(SampleCluster.to("srv-pg3"));
    world.console.desk.cancel(world.dana, first, "");
    var all = world.console.desk.search(world.dana, RequestQuery.ALL, 10);
    assertThat(all).extracting(line -> line.id()).containsExactly(second, first);
    var cancelled =
        new RequestQuery("lab", "maincluster", Set.of(RequestState.CANCELLED), Long.MAX_VALUE);
    assertThat(world.console.desk.search(world.dana, cancelled, 10))
        .extracting(line -> line.id())
        .containsExactly(first);
    var older = new RequestQuery(null, null, Set.of(), second.value());
    assertThat(world.console.desk.search(world.dana, older, 10))
        .extracting(line -> line.id())
        .containsExactly(first);
    var elsewhere = new RequestQuery("other", null, Set.of(), Long.MAX_VALUE);
    assertThat(world.console.desk.search(world.dana, elsewhere, 10)).isEmpty();
  }

  @Test
  void tellsOfAnExceptionUntilSomebodyElseReviewedIt() {
    var plan = world.console.desk.rehearseException(world.mona, SampleCluster.to("srv-pg2"));
    RequestId id =
        world.console.desk.breakGlass(
            world.mona,
            SampleCluster.to("srv-pg2"),
            plan.hash(),
            "nobody awake",
            plan.sheet().reservations());
    assertThat(world.console.desk.openExceptions())
        .extracting(line -> line.id())
        .containsExactly(id);
    Actor rita = Voters.person(world.database, "rita", Right.VIEW, Right.REVIEW);
    world.console.desk.review(rita, id, "understandable");
    assertThat(world.console.desk.openExceptions()).isEmpty();
  }
}

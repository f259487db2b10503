package dev.bascule.operation.leaving;

import static dev.bascule.operation.leaving.Leaving.DONE;
import static dev.bascule.operation.leaving.Leaving.PG3;
import static dev.bascule.operation.leaving.Leaving.level;
import static dev.bascule.operation.leaving.Leaving.said;
import static dev.bascule.operation.leaving.Leaving.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.StartInstance;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.topology.Presence.Writability;
import org.junit.jupiter.api.Test;

/** A member that was stopped is started, and is back only once it streams. */
class StartTest {
  private static final StartInstance START = new StartInstance(SampleCluster.ID, PG3);

  private final Leaving leaving = new Leaving();
  private final SampleCluster cluster = leaving.cluster;

  StartTest() {
    leaving.stopped("srv-pg3");
  }

  private Plan plan() {
    return StartPlanner.plan(START, leaving.facts.facts());
  }

  private Judgement judged(Plan plan, Job job, int seconds) {
    return StartJudge.judge(START, leaving.seen(plan, job, seconds));
  }

  private void back(String replicationState) {
    cluster.node("srv-pg3").seen = true;
    cluster.node("srv-pg3").replicationState = replicationState;
    leaving.listed("srv-pg3", true);
  }

  @Test
  void isSentToItsOwnHost() {
    assertThat(plan().sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
    assertThat(plan().sheet().commands().getFirst().host()).isEqualTo("srv-pg3");
    assertThat(plan().sheet().commands().getFirst().argv())
        .endsWith("instance", "start", "15/main");
  }

  @Test
  void restartsWhereThePlainStartWouldDoNothing() {
    leaving.listed("srv-pg3", true);
    assertThat(level(plan(), "starting-orphan:srv-pg3")).isEqualTo(Level.AMBER);
    assertThat(plan().sheet().commands().getFirst().argv())
        .endsWith("instance", "restart", "15/main");
  }

  @Test
  void isRefusedForAPrimaryThatWritesOutsidePatroni() {
    cluster.node("srv-pg3").writability = Writability.STILL_WRITABLE;
    assertThat(level(plan(), "starting-writes:srv-pg3")).isEqualTo(Level.RED);
  }

  @Test
  void isPossibleAsSoonAsItsKeySaysThatItStopped() {
    cluster.node("srv-pg3").seen = true;
    assertThat(level(plan(), "starting-away:srv-pg3")).isEqualTo(Level.RED);
    cluster.node("srv-pg3").state = "stopped";
    assertThat(level(plan(), "starting-away:srv-pg3")).isEqualTo(Level.GREEN);
  }

  @Test
  void isRefusedWhilePausedBecausePatroniWouldNotStartPostgresql() {
    cluster.configured("{\"pause\":true}");
    assertThat(level(plan(), "leaving-paused:srv-pg3")).isEqualTo(Level.RED);
  }

  @Test
  void succeedsWhenItStreamsAgain() {
    var plan = plan();
    assertThat(state(judged(plan, DONE, 3))).isEqualTo(RequestState.OBSERVING);
    back("in archive recovery");
    assertThat(state(judged(plan, DONE, 3))).isEqualTo(RequestState.OBSERVING);
    assertThat(said(judged(plan, DONE, 6_000))).isEqualTo("not-streaming");
    back("streaming");
    assertThat(state(judged(plan, DONE, 3))).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void succeedsWhenItLeads() {
    var plan = plan();
    back("streaming");
    cluster.ledBy("srv-pg3", 2_000);
    assertThat(said(judged(plan, DONE, 3))).isEqualTo("leads");
  }

  @Test
  void theProgramsWordAloneIsNoSuccess() {
    assertThat(state(judged(plan(), DONE, 600))).isEqualTo(RequestState.FAILED);
  }

  @Test
  void isUnknownWhenNobodyCanBeAsked() {
    var plan = plan();
    leaving.facts.hosts.clear();
    assertThat(said(judged(plan, DONE, 6_000))).isEqualTo("silent");
  }
}

package dev.bascule.operation.leaving;

import static dev.bascule.operation.leaving.Leaving.DONE;
import static dev.bascule.operation.leaving.Leaving.PG1;
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
import dev.bascule.operation.StopInstance;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.patroni.MemberName;
import org.junit.jupiter.api.Test;

/** A member is stopped on its own host, and everybody knows what that does to the cluster. */
class StopTest {
  private static final StopInstance REPLICA = new StopInstance(SampleCluster.ID, PG3);
  private static final StopInstance LEADER = new StopInstance(SampleCluster.ID, PG1);

  private final Leaving leaving = new Leaving();
  private final SampleCluster cluster = leaving.cluster;

  private Plan plan(StopInstance operation) {
    return StopPlanner.plan(operation, leaving.facts.facts());
  }

  private Judgement judged(StopInstance operation, Plan plan, Job job, int seconds) {
    return StopJudge.judge(operation, plan.fence(), leaving.seen(plan, job, seconds));
  }

  @Test
  void isSentToItsOwnHostByTheInstancesFullName() {
    var commands = plan(REPLICA).sheet().commands();
    assertThat(commands).hasSize(1);
    assertThat(commands.getFirst().host()).isEqualTo("srv-pg3");
    assertThat(commands.getFirst().argv())
        .containsExactly(
            "pglift", "-L", "info", "--non-interactive", "instance", "stop", "15/main");
  }

  @Test
  void ofAReplicaAmongSeveralNeedsNoReservation() {
    assertThat(plan(REPLICA).sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
    assertThat(plan(REPLICA).sheet().shift().after()).containsExactly(PG1);
  }

  @Test
  void ofTheLeaderIsAFailoverThatMustBeAcknowledged() {
    var plan = plan(LEADER);
    assertThat(level(plan, "leaving-heirs:srv-pg1")).isEqualTo(Level.AMBER);
    assertThat(plan.sheet().sentence().key()).endsWith("sentence.leader");
    assertThat(plan.sheet().shift().after())
        .containsExactly(new MemberName("srv-pg2"), new MemberName("srv-pg3"));
  }

  @Test
  void ofTheLeaderIsRefusedWhenOthersAreThereAndNoneCanTakeOver() {
    cluster.heirs();
    assertThat(level(plan(LEADER), "leaving-heirs:srv-pg1")).isEqualTo(Level.RED);
    cluster.node("srv-pg2").seen = false;
    cluster.node("srv-pg3").seen = false;
    assertThat(level(plan(LEADER), "leaving-heirs:srv-pg1")).isEqualTo(Level.AMBER);
  }

  @Test
  void warnsOfTheLastReplicaAndOfTheOnlySynchronousStandby() {
    cluster.node("srv-pg2").seen = false;
    assertThat(level(plan(REPLICA), "leaving-last:srv-pg3")).isEqualTo(Level.AMBER);
    cluster.configured("{\"synchronous_mode\":true}").synchronous("srv-pg3");
    assertThat(level(plan(REPLICA), "leaving-synchronous:srv-pg3")).isEqualTo(Level.AMBER);
    cluster.configured("{\"synchronous_mode\":true,\"synchronous_mode_strict\":true}");
    assertThat(level(plan(REPLICA), "leaving-synchronous:srv-pg3")).isEqualTo(Level.RED);
    cluster.synchronous("srv-pg2", "srv-pg3");
    assertThat(level(plan(REPLICA), "leaving-synchronous:srv-pg3")).isEqualTo(Level.GREEN);
  }

  @Test
  void isRefusedWhilePausedBecausePostgresqlWouldRunOn() {
    cluster.configured("{\"pause\":true}");
    assertThat(level(plan(REPLICA), "leaving-paused:srv-pg3")).isEqualTo(Level.RED);
  }

  @Test
  void isRefusedForWhatDoesNotRunOrIsNotThere() {
    leaving.stopped("srv-pg3");
    assertThat(level(plan(REPLICA), "leaving-runs:srv-pg3")).isEqualTo(Level.RED);
    leaving.listed("srv-pg3");
    assertThat(level(plan(REPLICA), "leaving-instance:srv-pg3")).isEqualTo(Level.RED);
    leaving.facts.hosts.clear();
    assertThat(level(plan(REPLICA), "leaving-instance:srv-pg3")).isEqualTo(Level.AMBER);
    leaving.facts.runners.clear();
    assertThat(level(plan(REPLICA), "leaving-host:srv-pg3")).isEqualTo(Level.RED);
  }

  @Test
  void aReplicaThatLeadsMeanwhileIsAnotherPlan() {
    var agreed = plan(REPLICA).hash();
    cluster.ledBy("srv-pg2", 2_000);
    assertThat(plan(REPLICA).hash()).isEqualTo(agreed);
    cluster.ledBy("srv-pg3", 3_000);
    assertThat(plan(REPLICA).hash()).isNotEqualTo(agreed);
  }

  @Test
  void succeedsWhenItsKeyIsGoneAndPostgresqlDoesNotRun() {
    var plan = plan(REPLICA);
    assertThat(state(judged(REPLICA, plan, DONE, 3))).isEqualTo(RequestState.OBSERVING);
    leaving.stopped("srv-pg3");
    assertThat(state(judged(REPLICA, plan, DONE, 3))).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void waitsOutTheKeyThatOutlivesTheMember() {
    var plan = plan(REPLICA);
    cluster.node("srv-pg3").state = "stopped";
    leaving.listed("srv-pg3", false);
    assertThat(state(judged(REPLICA, plan, DONE, 3))).isEqualTo(RequestState.OBSERVING);
  }

  @Test
  void theProgramsWordAloneIsNoSuccess() {
    assertThat(state(judged(REPLICA, plan(REPLICA), DONE, 600))).isEqualTo(RequestState.FAILED);
  }

  @Test
  void postgresqlThatRunsOnWithoutPatroniIsNoStop() {
    var plan = plan(REPLICA);
    cluster.node("srv-pg3").seen = false;
    assertThat(said(judged(REPLICA, plan, DONE, 600))).isEqualTo("alone");
  }

  @Test
  void isUnknownWhenTheHostCanNotBeAsked() {
    var plan = plan(REPLICA);
    cluster.node("srv-pg3").seen = false;
    leaving.facts.hosts.clear();
    assertThat(state(judged(REPLICA, plan, DONE, 3))).isEqualTo(RequestState.OBSERVING);
    assertThat(state(judged(REPLICA, plan, DONE, 600))).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void ofTheLeaderIsDoneWhenSomebodyElseLeads() {
    var plan = plan(LEADER);
    leaving.stopped("srv-pg1");
    cluster.leaderless();
    assertThat(state(judged(LEADER, plan, DONE, 3))).isEqualTo(RequestState.OBSERVING);
    assertThat(said(judged(LEADER, plan, DONE, 600))).isEqualTo("nobody-leads");
    cluster.ledBy("srv-pg2", 2_000);
    assertThat(said(judged(LEADER, plan, DONE, 3))).isEqualTo("done-led");
  }
}

package dev.bascule.operation.leaving;

import static dev.bascule.operation.leaving.Leaving.DONE;
import static dev.bascule.operation.leaving.Leaving.PG1;
import static dev.bascule.operation.leaving.Leaving.PG3;
import static dev.bascule.operation.leaving.Leaving.level;
import static dev.bascule.operation.leaving.Leaving.said;
import static dev.bascule.operation.leaving.Leaving.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.Check.Level;
import dev.bascule.operation.DropInstance;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceName;
import dev.bascule.topology.Presence.Writability;
import org.junit.jupiter.api.Test;

/** A member's instance is deleted for good, and nobody is surprised by what goes with it. */
class DropTest {
  private static final DropInstance REPLICA = new DropInstance(SampleCluster.ID, PG3);
  private static final DropInstance LEADER = new DropInstance(SampleCluster.ID, PG1);
  private static final Instance OTHER =
      new Instance(new InstanceName("15", "shop"), 5433, "/pgdata/15/shop/data", true);

  private final Leaving leaving = new Leaving();
  private final SampleCluster cluster = leaving.cluster;

  private Plan plan(DropInstance operation) {
    return DropPlanner.plan(operation, leaving.facts.facts());
  }

  private Judgement judged(Plan plan, Job job, int seconds) {
    return DropJudge.judge(REPLICA, leaving.seen(plan, job, seconds));
  }

  @Test
  void isSentToItsOwnHostByTheInstancesFullNameAndNeverAsksBack() {
    var commands = plan(REPLICA).sheet().commands();
    assertThat(commands).hasSize(1);
    assertThat(commands.getFirst().host()).isEqualTo("srv-pg3");
    assertThat(commands.getFirst().argv())
        .containsExactly(
            "pglift", "-L", "info", "--non-interactive", "instance", "drop", "15/main");
  }

  @Test
  void namesTheDirectoryThatIsDeleted() {
    assertThat(plan(REPLICA).sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
    assertThat(plan(REPLICA).sheet().shift().gone()).isEqualTo(PG3);
    assertThat(plan(REPLICA).sheet().wayBack())
        .contains(Phrase.of("operation.instance-drop.deleted", Fact.text("/pgdata/15/main/data")));
  }

  @Test
  void ofALeaderIsRefusedUntilTheKeysOfAllOthersAreGone() {
    assertThat(level(plan(LEADER), "dropping-leads:srv-pg1")).isEqualTo(Level.RED);
    leaving.stopped("srv-pg2");
    cluster.node("srv-pg3").state = "stopped";
    assertThat(level(plan(LEADER), "dropping-leads:srv-pg1")).isEqualTo(Level.RED);
    leaving.stopped("srv-pg3");
    assertThat(level(plan(LEADER), "dropping-leads:srv-pg1")).isEqualTo(Level.GREEN);
    assertThat(level(plan(LEADER), "dropping-last:srv-pg1")).isEqualTo(Level.AMBER);
    assertThat(level(plan(LEADER), "dropping-others-away:srv-pg1")).isEqualTo(Level.AMBER);
    assertThat(plan(LEADER).sheet().mayBeLost()).isEqualTo(Fact.UNKNOWN);
  }

  @Test
  void warnsOfTheLastReplica() {
    cluster.node("srv-pg2").seen = false;
    assertThat(level(plan(REPLICA), "leaving-last:srv-pg3")).isEqualTo(Level.AMBER);
  }

  @Test
  void isRefusedWhilePausedBecausePostgresqlWouldRunOnItsDeletedData() {
    cluster.configured("{\"pause\":true}");
    assertThat(level(plan(REPLICA), "leaving-paused:srv-pg3")).isEqualTo(Level.RED);
  }

  @Test
  void ofAMemberThatIsStoppedIsPossible() {
    leaving.stopped("srv-pg3");
    assertThat(plan(REPLICA).sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
    cluster.node("srv-pg3").writability = Writability.STILL_WRITABLE;
    assertThat(level(plan(REPLICA), "dropping-writes:srv-pg3")).isEqualTo(Level.RED);
  }

  @Test
  void theReplicaThatIsTheLastOneMeanwhileIsAnotherPlan() {
    var agreed = plan(REPLICA).hash();
    cluster.node("srv-pg2").seen = false;
    assertThat(plan(REPLICA).hash()).isEqualTo(agreed);
    cluster.node("srv-pg1").seen = false;
    assertThat(plan(REPLICA).hash()).isNotEqualTo(agreed);
  }

  @Test
  void succeedsWhenPgliftKnowsItNoMoreAndItsKeyIsGone() {
    var plan = plan(REPLICA);
    leaving.listed("srv-pg3", OTHER);
    assertThat(state(judged(plan, DONE, 3))).isEqualTo(RequestState.OBSERVING);
    assertThat(said(judged(plan, DONE, 600))).isEqualTo("key-stays");
    cluster.node("srv-pg3").seen = false;
    assertThat(said(judged(plan, DONE, 3))).isEqualTo("done");
  }

  @Test
  void ofTheLastOneSaysThatTheClustersKeysAreStillThere() {
    cluster.node("srv-pg1").seen = false;
    cluster.node("srv-pg2").seen = false;
    var plan = plan(REPLICA);
    leaving.listed("srv-pg3");
    cluster.node("srv-pg3").seen = false;
    assertThat(said(judged(plan, DONE, 3))).isEqualTo("done-last");
  }

  @Test
  void theProgramsWordAloneIsNoSuccess() {
    assertThat(state(judged(plan(REPLICA), DONE, 600))).isEqualTo(RequestState.FAILED);
  }

  @Test
  void whatStoppedHalfWayIsSaid() {
    var plan = plan(REPLICA);
    leaving.stopped("srv-pg3");
    assertThat(state(judged(plan, DONE, 3))).isEqualTo(RequestState.OBSERVING);
    assertThat(said(judged(plan, DONE, 600))).isEqualTo("half");
  }

  @Test
  void isUnknownWhenTheHostCanNotBeAsked() {
    var plan = plan(REPLICA);
    cluster.node("srv-pg3").seen = false;
    leaving.facts.hosts.clear();
    assertThat(state(judged(plan, DONE, 3))).isEqualTo(RequestState.OBSERVING);
    assertThat(said(judged(plan, DONE, 600))).isEqualTo("silent");
  }
}

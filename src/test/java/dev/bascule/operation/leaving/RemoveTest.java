package dev.bascule.operation.leaving;

import static dev.bascule.operation.leaving.Leaving.DONE;
import static dev.bascule.operation.leaving.Leaving.PG1;
import static dev.bascule.operation.leaving.Leaving.level;
import static dev.bascule.operation.leaving.Leaving.said;
import static dev.bascule.operation.leaving.Leaving.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RemoveCluster;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.topology.ClusterState;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is left of a cluster in the DCS goes with its last member's configuration, and only then.
 */
class RemoveTest {
  private static final RemoveCluster REMOVE = new RemoveCluster(SampleCluster.ID, PG1);
  private static final String KEPT = "/etc/patroni/maincluster-srv-pg1-1795414919.722359.yaml";

  private final Leaving leaving = new Leaving();
  private final SampleCluster cluster = leaving.cluster;

  RemoveTest() {
    cluster.leaderless();
    for (String name : List.of("srv-pg1", "srv-pg2", "srv-pg3")) {
      cluster.node(name).seen = false;
    }
    leaving.facts.runners.clear();
    kept("/etc/patroni/maincluster-srv-pg1-1795410000.1.yaml", KEPT);
  }

  private void kept(String... files) {
    leaving.facts.hosts.put(
        PG1,
        new HostAnswer(
            null,
            null,
            List.of(),
            new HostAnswer.Kept("srv-pg1", "postgres", List.of(files)),
            SampleCluster.NOW));
  }

  private Plan plan() {
    return RemovePlanner.plan(REMOVE, leaving.facts.facts());
  }

  private Judgement judged(Plan plan, Job job, int seconds) {
    return RemoveJudge.judge(REMOVE, plan.fence(), leaving.seen(plan, job, seconds));
  }

  @Test
  void usesTheNewestConfigurationThatPgliftKeptAndAnswersItsQuestions() {
    var commands = plan().sheet().commands();
    assertThat(commands).hasSize(1);
    assertThat(commands.getFirst().argv())
        .containsExactly("patronictl", "-c", KEPT, "remove", "maincluster");
    assertThat(commands.getFirst().answers()).containsExactly("maincluster", "Yes I am aware");
    assertThat(commands.getFirst().host()).isEqualTo("srv-pg1");
  }

  @Test
  void isRefusedWhileAnybodyIsThereOrLeads() {
    assertThat(level(plan(), "removing-members")).isEqualTo(Level.GREEN);
    assertThat(level(plan(), "removing-away")).isEqualTo(Level.AMBER);
    cluster.node("srv-pg2").seen = true;
    assertThat(level(plan(), "removing-members")).isEqualTo(Level.RED);
    cluster.ledBy("srv-pg2", 3_000);
    assertThat(level(plan(), "removing-leader")).isEqualTo(Level.RED);
  }

  @Test
  void isRefusedWithoutAKeptConfiguration() {
    kept();
    assertThat(level(plan(), "removing-kept:srv-pg1")).isEqualTo(Level.RED);
    assertThat(plan().sheet().commands()).isEmpty();
  }

  @Test
  void ofAnotherClusterUnderTheSameNameIsAnotherPlan() {
    var agreed = plan().hash();
    cluster.identified("7711243492718661103");
    assertThat(plan().hash()).isNotEqualTo(agreed);
  }

  @Test
  void theProgramsWordAloneIsNoSuccess() {
    assertThat(state(judged(plan(), DONE, 3))).isEqualTo(RequestState.OBSERVING);
    assertThat(state(judged(plan(), DONE, 600))).isEqualTo(RequestState.FAILED);
  }

  @Test
  void aClusterMadeAnewMeanwhileIsToldApart() {
    var plan = plan();
    cluster.identified("7711243492718661103");
    assertThat(said(judged(plan, DONE, 3))).isEqualTo("another");
  }

  @Test
  void succeedsWhenNothingIsLeft() {
    var plan = plan();
    cluster.removed();
    assertThat(cluster.state().initialization())
        .isEqualTo(ClusterState.Initialization.UNINITIALIZED);
    assertThat(said(judged(plan, DONE, 3))).isEqualTo("done");
  }
}

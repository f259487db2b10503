package dev.bascule.operation.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.approval.PlanHash;
import dev.bascule.operation.Check;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Plan;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.operation.planning.Runner;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 5: what was approved is what runs. */
class FenceTest {
  private static Plan plan(Consumer<SampleFacts> change) {
    SampleFacts facts = SampleFacts.inOrder();
    change.accept(facts);
    return SwitchoverPlanner.plan(SampleCluster.to("srv-pg2"), facts.facts());
  }

  private static PlanHash hash(Switchover operation) {
    return SwitchoverPlanner.plan(operation, SampleFacts.inOrder().facts()).hash();
  }

  private static void assertVoids(String fact, Consumer<SampleFacts> change) {
    Plan asked = plan(facts -> {});
    Plan now = plan(change);
    assertThat(now.hash()).isNotEqualTo(asked.hash());
    assertThat(asked.fence().differences(now.fence()))
        .extracting(Fence.Difference::fact)
        .contains(fact);
  }

  private static void assertKeeps(Consumer<SampleFacts> change) {
    assertThat(plan(change).hash()).isEqualTo(plan(facts -> {}).hash());
  }

  @Test
  void theSameFactsGiveTheSameHash() {
    assertKeeps(facts -> {});
  }

  @Test
  void anotherLeaderVoids() {
    assertVoids("leader", facts -> facts.cluster.ledBy("srv-pg3", 200));
  }

  @Test
  void theLeaderBackAgainAfterAnotherVoids() {
    Plan asked = plan(facts -> {});
    Plan now =
        plan(
            facts -> {
              facts.cluster.ledBy("srv-pg3", 200);
              facts.cluster.ledBy("srv-pg1", 300);
            });
    assertThat(now.fence().fact("leader")).isEqualTo(asked.fence().fact("leader"));
    assertThat(now.hash()).isNotEqualTo(asked.hash());
    assertThat(asked.fence().differences(now.fence()))
        .contains(new Fence.Difference("leader-create-revision", "100", "300"));
  }

  @Test
  void theLeaderKeyTakenAgainOnTheSameTimelineVoids() {
    Plan asked = plan(facts -> {});
    Plan now =
        plan(
            facts -> {
              facts.cluster.ledBy("srv-pg1", 300);
              facts.cluster.configured("{\"loop_wait\":10}");
            });
    assertThat(now.hash()).isNotEqualTo(asked.hash());
  }

  @Test
  void anotherSystemIdentifierVoids() {
    assertVoids("system-identifier", facts -> facts.cluster.identified("7711236848557838614"));
  }

  @Test
  void theCandidateNoLongerSynchronousVoids() {
    Plan asked = plan(facts -> facts.cluster.synchronous("srv-pg2"));
    Plan now = plan(facts -> facts.cluster.synchronous("srv-pg3"));
    assertThat(asked.fence().differences(now.fence()))
        .containsExactly(new Fence.Difference("candidate-synchronous", "true", "false"));
    assertThat(now.hash()).isNotEqualTo(asked.hash());
  }

  @Test
  void anythingInTheFailoverKeyVoids() {
    assertVoids(
        "failover",
        facts ->
            facts.cluster.asked(
                new FailoverKey(new MemberName("srv-pg1"), new MemberName("srv-pg3"), null, null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"pause\":true}",
        "{\"synchronous_mode\":true}",
        "{\"synchronous_mode\":\"quorum\"}",
        "{\"synchronous_mode_strict\":true}",
        "{\"synchronous_node_count\":2}",
        "{\"maximum_lag_on_failover\":1}",
        "{\"check_timeline\":true}",
        "{\"standby_cluster\":{\"host\":\"10.0.0.1\"}}"
      })
  void whatASwitchoverDependsOnInTheConfigurationVoids(String config) {
    Plan asked = plan(facts -> {});
    Plan now = plan(facts -> facts.cluster.configured(config));
    assertThat(now.hash()).isNotEqualTo(asked.hash());
    assertThat(asked.fence().differences(now.fence())).hasSize(1);
  }

  @Test
  void somebodysWorkMemIsAnAmberCheckThatShowsTheDifferenceAndDoesNotVoid() {
    Plan asked = plan(facts -> {});
    SampleFacts facts = SampleFacts.inOrder();
    facts.configThen = facts.cluster.state().config();
    facts.cluster.configured(
        "{\"loop_wait\":10,\"postgresql\":{\"parameters\":{\"work_mem\":\"8MB\"}}}");
    Plan now = SwitchoverPlanner.plan(SampleCluster.to("srv-pg2"), facts.facts());
    assertThat(now.hash()).isEqualTo(asked.hash());
    assertThat(now.sheet().checks(Check.Level.RED)).isEmpty();
    assertThat(now.sheet().checks(Check.Level.AMBER))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.code()).isEqualTo("configuration");
              assertThat(check.value().toString())
                  .contains("postgresql.parameters.work_mem: ∅ → \"8MB\"");
            });
  }

  @Test
  void lagsLsnsAndTimesAreChecksAndNeverVoid() {
    assertKeeps(facts -> facts.answers.clear());
    assertKeeps(facts -> facts.cluster.node("srv-pg2").lag = 5_000_000L);
    assertKeeps(facts -> facts.cluster.node("srv-pg3").seen = false);
  }

  @Test
  void aTagOfTheCandidateIsACheckAndDoesNotVoid() {
    assertKeeps(
        facts -> facts.cluster.node("srv-pg2").tags = SampleCluster.tags("nofailover", "true"));
  }

  @Test
  void anotherHostThatMayRunItVoids() {
    assertThat(plan(facts -> facts.runners.removeLast()).hash())
        .isNotEqualTo(plan(facts -> {}).hash());
  }

  @Test
  void theOrderInWhichHostsWereFoundDoesNotCount() {
    assertKeeps(facts -> facts.runners.addFirst(facts.runners.removeLast()));
  }

  @Test
  void anotherPatroniConfigurationFileOnTheHostVoids() {
    assertThat(
            plan(facts -> {
                  Runner first = facts.runners.removeFirst();
                  var other = new TreeMap<>(first.environment());
                  other.put("PATRONICTL_CONFIG_FILE", "/etc/patroni/15-main.yaml");
                  facts.runners.addFirst(
                      new Runner(
                          first.member(), first.host(), first.account(), first.instance(), other));
                })
                .hash())
        .isNotEqualTo(plan(facts -> {}).hash());
  }

  @Test
  void everyParameterCounts() {
    var named = SampleCluster.to("srv-pg2");
    var at =
        new Timing.At(
            Instant.parse("2026-11-24T01:30:00Z"), ZoneId.of("UTC"), Timing.Keeper.BASCULE);
    var successor = new Successor.Named(new MemberName("srv-pg2"));
    assertThat(
            java.util.Set.of(
                hash(named),
                hash(SampleCluster.to("srv-pg3")),
                hash(SampleCluster.toAnyOf("srv-pg2")),
                hash(SampleCluster.toAnyOf("srv-pg2", "srv-pg3")),
                hash(new Switchover(SampleCluster.ID, successor, new Timing.OnCommand(), true)),
                hash(new Switchover(SampleCluster.ID, successor, at, false)),
                hash(
                    new Switchover(
                        SampleCluster.ID,
                        successor,
                        new Timing.At(at.at().plusSeconds(1), at.zone(), at.keeper()),
                        false))))
        .hasSize(7);
  }

  @Test
  void theFingerprintIsShortEnoughToBeReadAloud() {
    assertThat(plan(facts -> {}).hash().fingerprint()).matches("[0-9a-f]{4}-[0-9a-f]{4}");
  }
}

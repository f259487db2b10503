package dev.bascule.operation.restart;

import static dev.bascule.operation.role.SampleFacts.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.CancelScheduledRestart;
import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Reinitialize;
import dev.bascule.operation.Reload;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.planning.HostAnswer;
import dev.bascule.operation.role.SampleFacts;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.ScheduledRestart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reloading, cancelling scheduled restarts, and rebuilding a replica. */
class ReloadAndRebuildTest {
  private static final MemberName PG2 = new MemberName("srv-pg2");
  private static final MemberName PG3 = new MemberName("srv-pg3");
  private static final Reload RELOAD = new Reload(SampleCluster.ID, List.of(PG2, PG3));
  private static final CancelScheduledRestart CANCEL =
      new CancelScheduledRestart(SampleCluster.ID, List.of(PG2));
  private static final Reinitialize REBUILD = new Reinitialize(SampleCluster.ID, PG3, false);
  private static final long GIB = 1L << 30;

  private final SampleFacts facts = SampleFacts.inOrder();
  private final Judging seen = new Judging();

  private static HostAnswer loaded(@Nullable Instant at) {
    return new HostAnswer(at, null, null, null, SampleCluster.NOW);
  }

  private static HostAnswer room(long used, long free) {
    return new HostAnswer(null, new HostAnswer.Disk(used, free), null, null, SampleCluster.NOW);
  }

  private static Level level(Plan plan, String check) {
    return plan.sheet().checks().stream()
        .filter(one -> one.name().equals(check))
        .map(Check::level)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + check));
  }

  private Plan reload() {
    facts.hosts.putIfAbsent(PG2, loaded(STARTED));
    facts.hosts.putIfAbsent(PG3, loaded(STARTED));
    return ReloadPlanner.plan(RELOAD, facts.facts());
  }

  private RequestState reloaded() {
    Plan plan = reload();
    return Judging.state(ReloadJudge.judge(seen.evidence(plan)));
  }

  @Test
  void aReloadNamesItsMembersAndNobodyFeelsIt() {
    assertThat(reload().sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
    assertThat(reload().sheet().commands().getFirst().argv())
        .containsExactly("patronictl", "reload", "maincluster", "srv-pg2", "srv-pg3", "--force");
  }

  @Test
  void aReloadThatNobodyCouldSeeIsRefused() {
    facts.hosts.put(PG2, loaded(null));
    assertThat(level(reload(), "configuration-loaded:srv-pg2")).isEqualTo(Level.RED);
  }

  @Test
  void aReloadSucceedsWhenEveryServerLoadedItsConfigurationAnew() {
    seen.hosts.put(PG2, loaded(Judging.LATER));
    seen.hosts.put(PG3, loaded(STARTED));
    assertThat(reloaded()).isEqualTo(RequestState.OBSERVING);
    seen.hosts.put(PG3, loaded(Judging.LATER));
    assertThat(reloaded()).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void aReloadOfHalfTheMembersIsNotAsAsked() {
    seen.hosts.put(PG2, loaded(Judging.LATER));
    seen.hosts.put(PG3, loaded(STARTED));
    seen.seconds = 100;
    assertThat(reloaded()).isEqualTo(RequestState.DEVIATED);
  }

  @Test
  void aReloadThatNobodySawIsAFailureAndOneThatNobodyCanSeeIsUnknown() {
    seen.seconds = 100;
    seen.hosts.put(PG2, loaded(STARTED));
    assertThat(reloaded()).isEqualTo(RequestState.UNKNOWN);
    seen.hosts.put(PG3, loaded(STARTED));
    assertThat(reloaded()).isEqualTo(RequestState.FAILED);
  }

  @Test
  void cancelsOnlyWhatIsScheduled() {
    assertThat(level(CancelRestartPlanner.plan(CANCEL, facts.facts()), "restart-to-cancel:srv-pg2"))
        .isEqualTo(Level.RED);
    facts.cluster.node("srv-pg2").scheduledRestart = scheduled();
    Plan plan = CancelRestartPlanner.plan(CANCEL, facts.facts());
    assertThat(plan.sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
    assertThat(plan.sheet().commands().getFirst().argv())
        .containsExactly("patronictl", "flush", "maincluster", "srv-pg2", "restart", "--force");
  }

  @Test
  void cancellingSucceedsWhenTheMemberKeepsNoneAnyMore() {
    facts.cluster.node("srv-pg2").scheduledRestart = scheduled();
    Plan plan = CancelRestartPlanner.plan(CANCEL, facts.facts());
    assertThat(Judging.state(CancelRestartJudge.judge(CANCEL, seen.evidence(plan))))
        .isEqualTo(RequestState.SUCCEEDED);
    seen.cluster.node("srv-pg2").scheduledRestart = scheduled();
    seen.seconds = 100;
    assertThat(Judging.state(CancelRestartJudge.judge(CANCEL, seen.evidence(plan))))
        .isEqualTo(RequestState.FAILED);
  }

  private static ScheduledRestart scheduled() {
    return new ScheduledRestart(Judging.LATER, Judging.LATER.toString(), false, null);
  }

  private Plan rebuild() {
    facts.hosts.putIfAbsent(new MemberName("srv-pg1"), room(10 * GIB, 50 * GIB));
    facts.hosts.putIfAbsent(PG3, room(10 * GIB, 5 * GIB));
    return ReinitializePlanner.plan(REBUILD, facts.facts());
  }

  private RequestState rebuilt() {
    return Judging.state(ReinitializeJudge.judge(REBUILD, seen.evidence(rebuild())));
  }

  @Test
  void aReplicaMayBeRebuiltWhenAnotherStreamsAndItsDataFit() {
    assertThat(rebuild().sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
    assertThat(rebuild().sheet().commands().getFirst().argv())
        .containsExactly("patronictl", "reinit", "maincluster", "srv-pg3", "--force");
  }

  @Test
  void theLastHealthyReplicaIsNotRebuilt() {
    facts.cluster.node("srv-pg2").replicationState = null;
    assertThat(level(rebuild(), "reinit-last:srv-pg3")).isEqualTo(Level.RED);
  }

  @Test
  void aBrokenReplicaIsRebuiltThoughItIsTheOnlyOne() {
    facts.cluster.node("srv-pg2").seen = false;
    facts.cluster.node("srv-pg3").state = "start failed";
    facts.cluster.node("srv-pg3").replicationState = null;
    assertThat(level(rebuild(), "reinit-last:srv-pg3")).isEqualTo(Level.AMBER);
  }

  @Test
  void theOnlySynchronousStandbyIsNotRebuilt() {
    facts.cluster.configured("{\"synchronous_mode\":true}").synchronous("srv-pg3");
    assertThat(level(rebuild(), "reinit-synchronous:srv-pg3")).isEqualTo(Level.RED);
    facts.cluster.synchronous("srv-pg2", "srv-pg3");
    assertThat(level(rebuild(), "reinit-synchronous:srv-pg3")).isEqualTo(Level.GREEN);
  }

  @Test
  void theLeadersDataMustFit() {
    facts.hosts.put(PG3, room(GIB, 9 * GIB));
    assertThat(level(rebuild(), "reinit-disk:srv-pg3")).isEqualTo(Level.RED);
    facts.hosts.remove(PG3);
    facts.hosts.put(PG3, loaded(null));
    assertThat(level(rebuild(), "reinit-disk:srv-pg3")).isEqualTo(Level.AMBER);
  }

  @Test
  void theLeaderIsNotRebuilt() {
    facts.cluster.ledBy("srv-pg3", 2_000);
    assertThat(level(rebuild(), "reinit-leader:srv-pg3")).isEqualTo(Level.RED);
  }

  @Test
  void aRebuildingIsOverWhenItStreamsWithANewPostmaster() {
    seen.answers("srv-pg3", Judging.LATER, "running", false);
    assertThat(rebuilt()).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void aRebuildingIsLookedAtAsLongAsItCopies() {
    seen.answers("srv-pg3", Judging.LATER, "creating replica", false);
    seen.cluster.node("srv-pg3").state = "creating replica";
    seen.cluster.node("srv-pg3").replicationState = null;
    seen.seconds = 200;
    assertThat(rebuilt()).isEqualTo(RequestState.OBSERVING);
    seen.seconds = 90_000;
    assertThat(rebuilt()).isEqualTo(RequestState.DEVIATED);
  }

  @Test
  void aRebuildingThatPatroniRefusedChangedNothing() {
    seen.job = Judging.REFUSED;
    seen.answers("srv-pg3", STARTED, "running", false);
    assertThat(rebuilt()).isEqualTo(RequestState.FAILED);
  }
}

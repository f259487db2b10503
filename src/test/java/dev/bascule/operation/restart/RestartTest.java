package dev.bascule.operation.restart;

import static dev.bascule.operation.role.SampleFacts.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Restart;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.Timing;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.operation.role.SampleFacts;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.ParameterChange;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Restarting: whom it concerns, what is looked at, what is run, how it is seen to have happened.
 */
class RestartTest {
  private final SampleFacts facts = SampleFacts.inOrder();
  private final Judging seen = new Judging();

  private static Restart restart(boolean onlyPending, @Nullable String olderThan, String... names) {
    return new Restart(
        SampleCluster.ID,
        Stream.of(names).map(MemberName::new).toList(),
        onlyPending,
        olderThan,
        null,
        new Timing.OnCommand());
  }

  private Plan plan(Restart operation) {
    return RestartPlanner.plan(operation, facts.facts());
  }

  private static Level level(Plan plan, String check) {
    return plan.sheet().checks().stream()
        .filter(one -> one.name().equals(check))
        .map(Check::level)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + check));
  }

  private static List<String> argv(Plan plan) {
    return plan.sheet().commands().getFirst().argv();
  }

  @Test
  void aReplicaMayBeRestartedWithoutReservationsAndNobodyOnTheLeaderFeelsIt() {
    Plan plan = plan(restart(false, null, "srv-pg2"));
    assertThat(plan.sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
    assertThat(plan.sheet().audience().nobody()).isTrue();
    assertThat(argv(plan))
        .containsExactly("patronictl", "restart", "maincluster", "srv-pg2", "--force");
  }

  @Test
  void theLeadersSessionsAreShownWhenItIsRestarted() {
    assertThat(plan(restart(false, null, "srv-pg1")).sheet().audience().nobody()).isFalse();
  }

  @Test
  void namesOnlyTheMembersOnWhichSomethingIsPending() {
    facts.cluster.node("srv-pg1").pendingRestart = true;
    facts.cluster.node("srv-pg3").pendingRestart = true;
    assertThat(argv(plan(restart(true, null, "srv-pg1", "srv-pg2", "srv-pg3"))))
        .containsExactly(
            "patronictl", "restart", "maincluster", "srv-pg1", "srv-pg3", "--pending", "--force");
  }

  @Test
  void nothingPendingIsNothingToDo() {
    Plan plan = plan(restart(true, null, "srv-pg1", "srv-pg2"));
    assertThat(level(plan, "restart-targets")).isEqualTo(Level.RED);
    assertThat(plan.sheet().commands()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"15.21,FINE", "15.20,RED", "14.9,RED", "9.6.3,RED"})
  void restartsOnlyWhatIsOlder(String version, String expected) {
    Plan plan = plan(restart(false, version, "srv-pg2"));
    assertThat(level(plan, "restart-targets") == Level.RED).isEqualTo(expected.equals("RED"));
  }

  @ParameterizedTest
  @CsvSource({"15.4,150004", "9.6.3,90603", "17.10,170010"})
  void countsVersionsAsPostgresqlDoes(String text, int number) {
    assertThat(RestartTargets.number(text)).isEqualTo(number);
  }

  @Test
  void handsTheTimeOutAndTheVersionToPatroni() {
    var operation =
        new Restart(
            SampleCluster.ID,
            List.of(new MemberName("srv-pg2")),
            false,
            "16.1",
            Duration.ofSeconds(90),
            new Timing.OnCommand());
    assertThat(argv(plan(operation)))
        .containsSequence("--pg-version", "16.1", "--timeout", "90", "--force");
  }

  @Test
  void refusesWhatPatroniWouldNotTake() {
    assertThatThrownBy(() -> restart(false, "15", "srv-pg2"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> restart(false, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Restart(
                    SampleCluster.ID,
                    List.of(new MemberName("srv-pg2")),
                    false,
                    null,
                    null,
                    new Timing.At(SampleCluster.NOW, ZoneId.of("UTC"), Timing.Keeper.PATRONI)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhenNobodyCouldSeeTheRestart() {
    facts.answers.put(
        new MemberName("srv-pg2"), new MemberAnswer.Silent("TIMED_OUT", SampleCluster.NOW));
    assertThat(level(plan(restart(false, null, "srv-pg2")), "postmaster:srv-pg2"))
        .isEqualTo(Level.RED);
  }

  @Test
  void warnsThatAStandbyKeepsAHigherValue() {
    var node = facts.cluster.node("srv-pg2");
    node.pendingRestart = true;
    node.pendingRestartReason.put("max_connections", new ParameterChange("200", "100"));
    assertThat(level(plan(restart(true, null, "srv-pg2")), "restart-lowers:srv-pg2"))
        .isEqualTo(Level.AMBER);
  }

  @Test
  void warnsWhenNobodyStreamsOnMeanwhile() {
    assertThat(level(plan(restart(false, null, "srv-pg2", "srv-pg3")), "restart-way-out"))
        .isEqualTo(Level.AMBER);
  }

  @Test
  void warnsWhenEverySynchronousStandbyRestarts() {
    facts.cluster.configured("{\"synchronous_mode\":true}").synchronous("srv-pg2");
    assertThat(level(plan(restart(false, null, "srv-pg2")), "restart-synchronous"))
        .isEqualTo(Level.AMBER);
    assertThat(level(plan(restart(false, null, "srv-pg3")), "restart-synchronous"))
        .isEqualTo(Level.GREEN);
  }

  @Test
  void anotherLeaderIsAnotherPlanOnlyForWhomItConcerns() {
    var replica = plan(restart(false, null, "srv-pg3")).hash();
    var both = plan(restart(false, null, "srv-pg2", "srv-pg3")).hash();
    facts.cluster.ledBy("srv-pg2", 2_000);
    assertThat(plan(restart(false, null, "srv-pg3")).hash()).isEqualTo(replica);
    assertThat(plan(restart(false, null, "srv-pg2", "srv-pg3")).hash()).isNotEqualTo(both);
  }

  private RequestState judged(String... names) {
    Plan plan = plan(restart(false, null, names));
    return Judging.state(RestartJudge.judge(plan.fence(), seen.evidence(plan)));
  }

  @Test
  void succeedsWhenEveryPostmasterIsNewAndEverybodyStreams() {
    seen.answers("srv-pg1", Judging.LATER, "running", false);
    seen.answers("srv-pg2", Judging.LATER, "running", false);
    assertThat(judged("srv-pg1", "srv-pg2")).isEqualTo(RequestState.SUCCEEDED);
  }

  @Test
  void theSamePostmasterIsNoRestartWhateverTheProgramSays() {
    seen.answers("srv-pg2", STARTED, "running", false);
    assertThat(judged("srv-pg2")).isEqualTo(RequestState.OBSERVING);
    seen.seconds = 600;
    assertThat(judged("srv-pg2")).isEqualTo(RequestState.FAILED);
  }

  @Test
  void aRefusalWithNothingRestartedIsAFailureAtOnce() {
    seen.job = Judging.REFUSED;
    seen.answers("srv-pg2", STARTED, "running", false);
    assertThat(judged("srv-pg2")).isEqualTo(RequestState.FAILED);
  }

  @Test
  void oneOfTwoIsNotAsAsked() {
    seen.answers("srv-pg2", Judging.LATER, "running", false);
    seen.answers("srv-pg3", STARTED, "running", false);
    assertThat(judged("srv-pg2", "srv-pg3")).isEqualTo(RequestState.OBSERVING);
    seen.seconds = 100;
    assertThat(judged("srv-pg2", "srv-pg3")).isEqualTo(RequestState.DEVIATED);
  }

  @Test
  void aRestartThatLeavesSomethingPendingIsNotAsAsked() {
    seen.answers("srv-pg2", Judging.LATER, "running", true);
    seen.seconds = 100;
    assertThat(judged("srv-pg2")).isEqualTo(RequestState.DEVIATED);
  }

  @Test
  void waitsForAReplicaToStreamAgain() {
    seen.answers("srv-pg2", Judging.LATER, "running", false);
    seen.cluster.node("srv-pg2").replicationState = null;
    assertThat(judged("srv-pg2")).isEqualTo(RequestState.OBSERVING);
    seen.seconds = 600;
    assertThat(judged("srv-pg2")).isEqualTo(RequestState.DEVIATED);
  }

  @Test
  void aMemberThatDoesNotAnswerIsUnknownAndNeverAFailure() {
    seen.silent("srv-pg2");
    assertThat(judged("srv-pg2")).isEqualTo(RequestState.OBSERVING);
    seen.seconds = 600;
    assertThat(judged("srv-pg2")).isEqualTo(RequestState.UNKNOWN);
  }

  @Test
  void aFailoverDuringTheLeadersRestartIsSaid() {
    seen.answers("srv-pg1", Judging.LATER, "running", false);
    seen.cluster.ledBy("srv-pg2", 2_000);
    assertThat(judged("srv-pg1")).isEqualTo(RequestState.DEVIATED);
  }

  @Test
  void aHostThatCannotBeAskedIsNoMatterWhenTheRestartIsSeen() {
    seen.job = new Job.NotAsked("CUT");
    seen.answers("srv-pg2", Judging.LATER, "running", false);
    assertThat(judged("srv-pg2")).isEqualTo(RequestState.SUCCEEDED);
  }
}

package dev.bascule.operation.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.Audience;
import dev.bascule.operation.Check;
import dev.bascule.operation.Check.Level;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Plan;
import dev.bascule.operation.SampleCluster;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.operation.planning.LeaderSql;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.Sight;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patroni's own rules, and what they leave out, one by one. */
class SwitchoverPlannerTest {
  private final SampleFacts facts = SampleFacts.inOrder();

  private Plan plan() {
    return SwitchoverPlanner.plan(SampleCluster.to("srv-pg2"), facts.facts());
  }

  private Check check(String name) {
    return check(plan(), name);
  }

  private static Check check(Plan plan, String name) {
    return plan.sheet().checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + name + " in " + plan.sheet().checks()));
  }

  private void assertOnly(Level level, String name) {
    assertThat(check(name).level()).isEqualTo(level);
    assertThat(plan().sheet().checks())
        .filteredOn(check -> check.level() != Level.GREEN)
        .extracting(Check::name)
        .containsExactly(name);
  }

  @Test
  void aHealthyClusterIsReadyWithoutReservations() {
    assertThat(plan().sheet().verdict()).isEqualTo(Sheet.Verdict.READY);
  }

  @Test
  void saysInOneSentenceWhoBecomesWhat() {
    assertThat(plan().sheet().sentence().args())
        .containsExactly(Fact.text("srv-pg2"), Fact.text("maincluster"), Fact.text("srv-pg1"));
  }

  @Test
  void namesTheLeaderAndTheCandidateInTheCommandAndLeavesNothingToAsk() {
    assertThat(plan().sheet().commands().getFirst().argv())
        .containsExactly(
            "patronictl",
            "switchover",
            "maincluster",
            "--leader",
            "srv-pg1",
            "--candidate",
            "srv-pg2",
            "--force");
  }

  @Test
  void triesTheLeadersHostFirstThenTheCandidatesThenTheOthers() {
    Plan plan = SwitchoverPlanner.plan(SampleCluster.to("srv-pg3"), facts.facts());
    assertThat(plan.sheet().commands())
        .extracting(dev.bascule.operation.HostCommand::host)
        .containsExactly("srv-pg1", "srv-pg3", "srv-pg2");
  }

  @Test
  void runsTheCheckpointOnTheLeadersHostAlone() {
    var operation =
        new Switchover(
            SampleCluster.ID,
            new Successor.Named(new MemberName("srv-pg2")),
            new Timing.OnCommand(),
            true);
    assertThat(SwitchoverPlanner.plan(operation, facts.facts()).sheet().commands())
        .filteredOn(command -> command.step() == StepKind.CHECKPOINT)
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command.host()).isEqualTo("srv-pg1");
              assertThat(command.argv()).startsWith("psql").endsWith("-c", "checkpoint");
            });
  }

  @Test
  void handsTheScheduleToPatroniInUtcAndWarnsThatNothingIsCheckedThen() {
    var at =
        new Timing.At(
            Instant.parse("2026-11-24T01:30:00Z"),
            ZoneId.of("Europe/Paris"),
            Timing.Keeper.PATRONI);
    var operation =
        new Switchover(SampleCluster.ID, new Successor.Named(new MemberName("srv-pg2")), at, false);
    Plan plan = SwitchoverPlanner.plan(operation, facts.facts());
    assertThat(plan.sheet().commands().getFirst().argv())
        .containsSequence("--scheduled", "2026-11-24T01:30:00+00:00");
    assertThat(check(plan, "unattended").level()).isEqualTo(Level.AMBER);
  }

  @Test
  void refusesACandidateThatLeads() {
    Plan plan = SwitchoverPlanner.plan(SampleCluster.to("srv-pg1"), facts.facts());
    assertThat(check(plan, "not-leader:srv-pg1").level()).isEqualTo(Level.RED);
  }

  @Test
  void refusesACandidateThatNobodyKnows() {
    Plan plan = SwitchoverPlanner.plan(SampleCluster.to("srv-pg9"), facts.facts());
    assertThat(check(plan, "present:srv-pg9").level()).isEqualTo(Level.RED);
  }

  @Test
  void refusesAnAbsentCandidate() {
    facts.cluster.node("srv-pg2").seen = false;
    assertOnly(Level.RED, "present:srv-pg2");
  }

  @Test
  void refusesACandidateTaggedNofailover() {
    facts.cluster.node("srv-pg2").tags = SampleCluster.tags("nofailover", "true");
    assertOnly(Level.RED, "nofailover:srv-pg2");
  }

  @Test
  void refusesACandidateOfPriorityZero() {
    facts.cluster.node("srv-pg2").tags = SampleCluster.tags("failover_priority", "0");
    assertOnly(Level.RED, "nofailover:srv-pg2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stopped", "starting", "crashed", "creating replica", ""})
  void refusesACandidateWhosePostgresqlDoesNotRun(String state) {
    facts.cluster.node("srv-pg2").state = state;
    assertThat(check("running:srv-pg2").level()).isEqualTo(Level.RED);
    assertThat(plan().sheet().verdict()).isEqualTo(Sheet.Verdict.BLOCKED);
  }

  @Test
  void refusesACandidateThatDoesNotReplicate() {
    facts.cluster.node("srv-pg2").replicationState = null;
    assertOnly(Level.RED, "streaming:srv-pg2");
  }

  @Test
  void hasReservationsAboutACandidateThatRestoresFromTheArchive() {
    facts.cluster.node("srv-pg2").replicationState = "in archive recovery";
    assertOnly(Level.AMBER, "streaming:srv-pg2");
  }

  @Test
  void refusesALagOverPatronisLimitByTheMembersOwnAnswers() {
    facts.answers.put(
        new MemberName("srv-pg2"), SampleFacts.replica(0x5000_0000L - (1L << 20) - 1));
    assertOnly(Level.RED, "lag:srv-pg2");
    assertThat(check("lag:srv-pg2").value()).isEqualTo(Fact.bytes((1L << 20) + 1));
    assertThat(check("lag:srv-pg2").source()).isEqualTo(Check.Source.REST);
  }

  @Test
  void letsALagOfExactlyTheLimitPass() {
    facts.answers.put(new MemberName("srv-pg2"), SampleFacts.replica(0x5000_0000L - (1L << 20)));
    assertThat(check("lag:srv-pg2").level()).isEqualTo(Level.GREEN);
  }

  @Test
  void takesThePublishedLagWithItsSourceWhenTheMemberIsSilent() {
    facts.answers.put(
        new MemberName("srv-pg2"), new MemberAnswer.Silent("TIMED_OUT", SampleFacts.NOW));
    facts.cluster.node("srv-pg2").lag = 2L << 20;
    assertThat(check("lag:srv-pg2").level()).isEqualTo(Level.RED);
    assertThat(check("lag:srv-pg2").source()).isEqualTo(Check.Source.DCS);
    assertThat(check("reachable:srv-pg2").level()).isEqualTo(Level.AMBER);
  }

  @Test
  void anUnknownLagIsNeverZero() {
    facts.answers.remove(new MemberName("srv-pg2"));
    facts.cluster.node("srv-pg2").lag = null;
    assertThat(check("lag:srv-pg2").level()).isEqualTo(Level.RED);
    assertThat(check("lag:srv-pg2").value()).isEqualTo(Fact.UNKNOWN);
  }

  @Test
  void hasReservationsAboutMuchToReplay() {
    facts.answers.put(
        new MemberName("srv-pg2"),
        SampleFacts.replica(0x5000_0000L, 0x5000_0000L - (17L << 20), 5, false));
    assertOnly(Level.AMBER, "replay-lag:srv-pg2");
  }

  @Test
  void refusesAnotherTimeline() {
    facts.answers.put(
        new MemberName("srv-pg2"), SampleFacts.replica(0x5000_0000L, 0x5000_0000L, 4, false));
    assertOnly(Level.RED, "timeline:srv-pg2");
  }

  @Test
  void refusesAFailedWatchdog() {
    facts.answers.put(
        new MemberName("srv-pg2"), SampleFacts.replica(0x5000_0000L, 0x5000_0000L, 5, true));
    assertOnly(Level.RED, "watchdog:srv-pg2");
  }

  @Test
  void refusesANodeOfAnotherCluster() {
    facts.cluster.identified("1");
    assertThat(check("system-identifier:srv-pg2").level()).isEqualTo(Level.RED);
  }

  @Test
  void inSynchronousModeRefusesACandidateThatIsNotSynchronous() {
    facts.cluster.configured("{\"synchronous_mode\":true}").synchronous("srv-pg3");
    assertOnly(Level.RED, "synchronous:srv-pg2");
  }

  @Test
  void comparesSynchronousNamesWithoutCaseAsPatroniDoes() {
    facts.cluster.configured("{\"synchronous_mode\":true}").synchronous("SRV-PG2");
    assertThat(check("synchronous:srv-pg2").level()).isEqualTo(Level.GREEN);
  }

  @Test
  void inQuorumModeHasReservationsAboutACandidateOutsideTheQuorum() {
    facts.cluster.configured("{\"synchronous_mode\":\"quorum\"}").synchronous("srv-pg3");
    assertOnly(Level.AMBER, "synchronous:srv-pg2");
  }

  @Test
  void pausedItIsPossibleToANamedCandidateWithAReservation() {
    facts.cluster.configured("{\"pause\":true}");
    assertOnly(Level.AMBER, "paused");
  }

  @Test
  void pausedItIsNotPossibleWithoutACandidate() {
    facts.cluster.configured("{\"pause\":true}");
    Plan plan = SwitchoverPlanner.plan(SampleCluster.toAnyOf("srv-pg2", "srv-pg3"), facts.facts());
    assertThat(check(plan, "paused").level()).isEqualTo(Level.RED);
  }

  @Test
  void aScheduleThatOthersLeftWithPatroniBlocks() {
    facts.cluster.asked(
        new FailoverKey(
            new MemberName("srv-pg1"),
            new MemberName("srv-pg3"),
            Instant.parse("2026-11-23T06:40:00Z"),
            "2026-11-23T06:40:00+00:00"));
    assertOnly(Level.RED, "failover");
  }

  @Test
  void refusesWithoutALeader() {
    facts.cluster.leaderless();
    assertThat(check("leader").level()).isEqualTo(Level.RED);
    assertThat(plan().sheet().commands()).isEmpty();
  }

  @Test
  void refusesALeaderWhoseKeyNamesAnAbsentMember() {
    facts.cluster.node("srv-pg1").seen = false;
    assertThat(check("leader:srv-pg1").level()).isEqualTo(Level.RED);
  }

  @Test
  void refusesWhenTheLeaderItselfSaysThatItDoesNotLead() {
    facts.answers.put(new MemberName("srv-pg1"), SampleFacts.replica(0x5000_0000L));
    assertThat(check("leader-agrees:srv-pg1").level()).isEqualTo(Level.RED);
  }

  @Test
  void hasReservationsAboutALeaderThatWasPromotedJustNow() {
    facts.cluster.node("srv-pg1").checkpointPending = true;
    assertOnly(Level.AMBER, "recent-promotion:srv-pg1");
  }

  @Test
  void refusesWithTheReasonWhenTheDcsIsOutOfSight() {
    facts.sight =
        new Sight.OutOfSight(
            Sight.Blindness.QUORUM_LOST, SampleFacts.NOW, SampleFacts.NOW, "QUORUM_LOST");
    assertOnly(Level.RED, "dcs");
    assertThat(check("dcs").value())
        .isEqualTo(
            Fact.words("operation.value.out-of-sight.QUORUM_LOST", Fact.at(SampleFacts.NOW)));
  }

  @Test
  void refusesWhileAnotherOperationHoldsTheCluster() {
    facts.claimedBy = 41L;
    assertOnly(Level.RED, "claim");
  }

  @Test
  void refusesWhenNoHostCouldRunIt() {
    facts.runners.clear();
    assertOnly(Level.RED, "runners");
  }

  @Test
  void hasReservationsWhenTheDcsMayLoseNobody() {
    facts.cluster.dcsMembersThatMayGo(OptionalInt.of(0));
    assertOnly(Level.AMBER, "dcs-members");
  }

  @Test
  void saysWhoWouldFeelIt() {
    facts.sql =
        new LeaderSql(
            new Audience(
                true,
                List.of(new Audience.Sessions("shop", 12, 3)),
                List.of(new Audience.LongTransaction(7, "etl", "etl", Duration.ofMinutes(9))),
                1,
                1,
                SampleFacts.NOW),
            false,
            false);
    assertThat(plan().sheet().checks(Level.AMBER))
        .extracting(Check::code)
        .containsExactlyInAnyOrder(
            "long-transactions", "prepared-transactions", "backups", "rewind");
  }

  @Test
  void hasReservationsWhenPostgresqlCouldNotBeAsked() {
    facts.sql = LeaderSql.UNKNOWN;
    assertOnly(Level.AMBER, "audience:srv-pg1");
  }

  @Test
  void hasReservationsAboutAThirdMemberThatIsAbsent() {
    facts.cluster.node("srv-pg3").seen = false;
    assertOnly(Level.AMBER, "other-member:srv-pg3");
  }

  @Test
  void withoutACandidateItIsEnoughThatSomebodyCan() {
    facts.cluster.node("srv-pg2").tags = SampleCluster.tags("nofailover", "true");
    Plan plan = SwitchoverPlanner.plan(SampleCluster.toAnyOf("srv-pg2", "srv-pg3"), facts.facts());
    assertThat(check(plan, "nofailover:srv-pg2").level()).isEqualTo(Level.AMBER);
    assertThat(plan.sheet().verdict()).isEqualTo(Sheet.Verdict.RESERVATIONS);
    assertThat(plan.sheet().commands().getFirst().argv()).doesNotContain("--candidate");
  }

  @Test
  void withoutACandidateItIsRefusedWhenNobodyCan() {
    facts.cluster.node("srv-pg2").tags = SampleCluster.tags("nofailover", "true");
    facts.cluster.node("srv-pg3").seen = false;
    Plan plan = SwitchoverPlanner.plan(SampleCluster.toAnyOf("srv-pg2", "srv-pg3"), facts.facts());
    assertThat(plan.sheet().verdict()).isEqualTo(Sheet.Verdict.BLOCKED);
  }

  @Test
  void refusesNamesThatCouldBeReadAsOptions() {
    facts.cluster.with("--config=x");
    assertThat(check("names").level()).isEqualTo(Level.RED);
  }

  @Test
  void putsTheWorstChecksFirst() {
    facts.cluster.node("srv-pg2").tags = SampleCluster.tags("nofailover", "true");
    facts.cluster.dcsMembersThatMayGo(OptionalInt.empty());
    assertThat(plan().sheet().checks())
        .extracting(Check::level)
        .isSorted()
        .startsWith(Level.RED, Level.AMBER);
  }

  @Test
  void theLeadersOwnAnswerIsWhatLagIsMeasuredFrom() {
    var leader = SampleFacts.primary();
    facts.answers.put(
        new MemberName("srv-pg1"),
        new MemberAnswer.Answered(
            leader.role(),
            leader.state(),
            5,
            new Lsn(0x5000_0000L + 4096),
            null,
            null,
            false,
            null,
            leader.systemIdentifier(),
            false,
            false,
            false,
            SampleFacts.NOW,
            false,
            SampleFacts.STARTED,
            150020,
            SampleFacts.NOW));
    assertThat(check("lag:srv-pg2").value()).isEqualTo(Fact.bytes(4096));
  }
}

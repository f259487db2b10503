package dev.bascule.topology;

import static dev.bascule.topology.Edited.PG1;
import static dev.bascule.topology.Edited.PG2;
import static dev.bascule.topology.Edited.PG3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.dcs.DcsChange;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Samples;
import dev.bascule.topology.Presence.Writability;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not as it should be, each from a recorded state or one edit of it. */
class AnomalyTest {
  private static final Instant EARLIER = Instant.parse("2026-11-22T02:14:07Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-bootstrapped",
        "02-switchover-1",
        "03-after-switchover",
        "05-after-flush",
        "08-resumed",
        "09-sync-mode",
        "09b-sync-mode-strict-2",
        "09c-quorum-mode",
        "10-sync-off",
        "11-failsafe-mode",
        "14-after-rest-switchover",
        "17-after-rejoin",
        "22-after-quorum-restored"
      })
  void aHealthyClusterHasNone(String moment) {
    assertThat(Recorded.at(moment).anomalies()).isEmpty();
    assertThat(Recorded.at(moment).severity()).isEmpty();
  }

  @Test
  void nobodyLeads() {
    var state = Edited.healthy().delete("leader").state();
    assertThat(state.anomalies())
        .containsExactly(new Anomaly.NoLeader(Samples.moment("02-switchover-1").at()));
    assertThat(state.severity()).contains(Severity.CRITICAL);
  }

  @Test
  void aClusterBeingMadeIsNotLeaderless() {
    assertThat(Edited.healthy().delete("leader").delete("status").put("initialize", "").codes())
        .isEmpty();
    assertThat(Edited.healthy().delete("leader").delete("status").codes()).isEmpty();
  }

  @Test
  void twoSayThatTheyArePrimary() {
    // recorded: Patroni back beside a PostgreSQL still primary on the old timeline
    var state = at(232);
    assertThat(state.anomalies().getFirst()).isEqualTo(new Anomaly.TwoPrimaries(List.of(PG2, PG3)));
    assertThat(state.wayOut().verdict(PG2).orElseThrow().can()).isFalse();
  }

  @Test
  void twoAnswerThatTheyArePrimary() {
    var primary = new MemberFacts(Writability.UNKNOWN, true, null, false, false, true, null);
    assertThat(Edited.healthy().fact(PG1, primary).fact(PG3, primary).codes())
        .containsExactly("two-primaries");
  }

  @Test
  void aKilledMemberStaysAsAbsentWithItsRoleAndTime() {
    var state = at(222);
    assertThat(state.member(PG2).orElseThrow().presence())
        .isEqualTo(
            new Presence.Absent(state.observedAt(), ClusterRole.LEADER, Writability.UNKNOWN));
    assertThat(state.anomalies())
        .contains(new Anomaly.AbsentMember(PG2, state.observedAt(), ClusterRole.LEADER));
    var later = at(229).member(PG2).orElseThrow();
    assertThat(later.presence())
        .isEqualTo(
            new Presence.Absent(state.observedAt(), ClusterRole.LEADER, Writability.UNKNOWN));
    assertThat(later.host()).isEqualTo("10.77.0.12");
  }

  @Test
  void anAbsentMemberKnownFromBeforeIsAbsentSinceThen() {
    var expected =
        new ExpectedMember(
            new MemberName("srv-pg4"), ClusterRole.REPLICA, EARLIER, "10.77.0.14", 5432, null);
    assertThat(Edited.healthy().expecting(expected).state().anomalies())
        .containsExactly(new Anomaly.AbsentMember(expected.name(), EARLIER, ClusterRole.REPLICA));
  }

  @Test
  void anAbsentPrimaryThatStillTakesWritesIsTheGravest() {
    var writable = MemberFacts.NONE.withWritability(Writability.STILL_WRITABLE);
    var expected = new ExpectedMember(PG2, ClusterRole.LEADER, EARLIER, null, 0, null);
    var state = Edited.moment("16-after-failover").expecting(expected).fact(PG2, writable).state();
    assertThat(state.anomalies().getFirst()).isEqualTo(new Anomaly.StillWritable(PG2, EARLIER));
    assertThat(state.severity()).contains(Severity.CRITICAL);
  }

  @Test
  void aRetiredMemberIsNotMissed() {
    var track = Recorded.followed("16-after-failover", "maincluster");
    var around = track.around();
    var retired = track.within(around.withExpected(List.of(), Set.of(PG2)));
    assertThat(retired.state().member(PG2)).isEmpty();
    assertThat(retired.state().anomalies()).isEmpty();
  }

  @Test
  void aRetiredMemberThatComesBackIsExpectedAgain() {
    var track = Recorded.followed("16-after-failover", "maincluster");
    track = track.within(track.around().withExpected(List.of(), Set.of(PG2)));
    var key =
        Samples.moment("17-after-rejoin").entries().stream()
            .filter(entry -> entry.key().endsWith("members/srv-pg2"))
            .findFirst()
            .orElseThrow();
    var at = track.state().observedAt().plusSeconds(60);
    track = track.changed(237, List.of(new DcsChange.Put(key)), at);
    assertThat(track.state().member(PG2).orElseThrow().seen()).isTrue();
    track = track.changed(238, List.of(new DcsChange.Deleted(key.key(), 238)), at.plusSeconds(9));
    assertThat(track.state().member(PG2).orElseThrow().seen()).isFalse();
  }

  @Test
  void nobodyCouldTakeOver() {
    assertThat(
            Edited.healthy()
                .tags(PG2, "{\"nofailover\":true}")
                .tags(PG3, "{\"failover_priority\":0}")
                .codes())
        .containsExactly("no-way-out");
  }

  @Test
  void aSingleMemberHasNoWayOut() {
    assertThat(Edited.healthy().delete("members/srv-pg2").delete("members/srv-pg3").codes())
        .containsExactly("no-way-out");
  }

  @Test
  void theLeaderKeyNamesAMemberWithoutAKey() {
    var state = Edited.healthy().delete("members/srv-pg1").state();
    assertThat(state.anomalies()).containsExactly(new Anomaly.LeaderMissing(PG1));
    assertThat(Edited.healthy().put("leader", "srv-pg9").state().anomalies().getFirst())
        .isEqualTo(new Anomaly.LeaderMissing(new MemberName("srv-pg9")));
  }

  @Test
  void theLeadersPostgresqlDoesNotRun() {
    assertThat(
            Edited.healthy()
                .change("members/srv-pg1", "\"running\"", "\"crashed\"")
                .state()
                .anomalies())
        .containsExactly(new Anomaly.LeaderNotRunning(PG1, "crashed"));
  }

  @Test
  void aReplicaDoesNotStream() {
    var moment = Samples.moment("18-two-clusters");
    assertThat(Recorded.at("18-two-clusters", "shopcluster").anomalies())
        .containsExactly(new Anomaly.NotStreaming(PG3, "running", moment.at()));
  }

  @Test
  void aReplicaThatRestoresFromTheArchiveDoesNotStream() {
    assertThat(
            Edited.healthy().change("members/srv-pg2", "streaming", "in archive recovery").codes())
        .containsExactly("not-streaming");
  }

  @Test
  void aReplicaToldNotToStreamIsAsItShouldBe() {
    assertThat(
            Edited.healthy()
                .change("members/srv-pg2", "streaming", "in archive recovery")
                .tags(PG2, "{\"nostream\":true}")
                .codes())
        .isEmpty();
  }

  @Test
  void anOldPatroniThatPublishesNoReplicationStateIsBelieved() {
    assertThat(
            Edited.healthy()
                .change("members/srv-pg2", "\"replication_state\":\"streaming\",", "")
                .change("members/srv-pg2", "4.1.5", "3.0.4")
                .codes())
        .isEmpty();
  }

  @Test
  void notStreamingKeepsItsTime() {
    var first = at(238).member(PG2).orElseThrow().notStreamingSince();
    assertThat(first).isNotNull();
    assertThat(at(240).member(PG2).orElseThrow().notStreamingSince()).isEqualTo(first);
    assertThat(at(250).member(PG2).orElseThrow().notStreamingSince()).isNull();
  }

  @Test
  void aMemberIsOnAnotherTimeline() {
    assertThat(Recorded.at("02-switchover-5").anomalies())
        .contains(new Anomaly.TimelineApart(PG3, 1, 2));
  }

  @Test
  void aMemberReplaysTooLate() {
    assertThat(Recorded.at("30-lag").anomalies())
        .containsExactly(new Anomaly.LagAbove(PG3, false, 29_031_896, 1_048_576));
  }

  @Test
  void aMemberReceivesTooLate() {
    assertThat(
            Edited.moment("30-lag")
                .change("members/srv-pg3", "\"receive_lsn\":96437488", "\"receive_lsn\":67405592")
                .state()
                .anomalies())
        .containsExactly(new Anomaly.LagAbove(PG3, true, 29_031_896, 1_048_576));
  }

  @Test
  void theLimitOfLagIsTheClustersOwn() {
    assertThat(Edited.moment("30-lag").config("{\"maximum_lag_on_failover\":33554432}").codes())
        .isEmpty();
  }

  @Test
  void aNodesDataBelongsToAnotherCluster() {
    var other =
        new MemberFacts(Writability.UNKNOWN, true, "7711243492718661103", false, false, null, null);
    assertThat(Edited.healthy().fact(PG3, other).state().anomalies())
        .containsExactly(
            new Anomaly.SystemIdentifierApart(PG3, "7711243492718661103", "7711236848557838613"));
  }

  @Test
  void aRestartIsPending() {
    assertThat(Recorded.at("06-pending-restart").anomalies())
        .containsExactly(
            new Anomaly.PendingRestart(PG1, "max_connections"),
            new Anomaly.PendingRestart(PG2, "max_connections"),
            new Anomaly.PendingRestart(PG3, "max_connections"));
  }

  @Test
  void theClusterIsPaused() {
    assertThat(Recorded.at("07-paused").anomalies()).containsExactly(new Anomaly.Paused());
  }

  @Test
  void failsafeIsActive() {
    var active = new MemberFacts(Writability.UNKNOWN, true, null, false, true, true, null);
    var follows = new MemberFacts(Writability.UNKNOWN, true, null, false, true, false, null);
    assertThat(
            Edited.moment("11-failsafe-mode")
                .fact(PG1, active)
                .fact(PG2, follows)
                .fact(PG3, follows)
                .state()
                .anomalies())
        .containsExactly(new Anomaly.FailsafeActive(PG1));
  }

  @Test
  void synchronousModeHasNoStandby() {
    assertThat(at(122).anomalies()).containsExactly(new Anomaly.SyncWithoutStandby(false));
    var strict =
        Edited.moment("09b-sync-mode-strict-2")
            .put("sync", "{\"leader\":\"srv-pg1\",\"sync_standby\":null,\"quorum\":0}")
            .state();
    assertThat(strict.anomalies())
        .containsExactly(new Anomaly.SyncWithoutStandby(true), new Anomaly.NoWayOut());
  }

  @Test
  void aSynchronousStandbyThatIsGoneIsNone() {
    assertThat(Edited.moment("09-sync-mode").delete("members/srv-pg2").codes())
        .contains("sync-without-standby");
  }

  @Test
  void actionsAreScheduled() {
    assertThat(Recorded.at("04-scheduled-switchover").anomalies())
        .containsExactly(new Anomaly.SwitchoverScheduled("2026-11-23T06:40:00+00:00"));
    assertThat(Recorded.at("06b-scheduled-restart").anomalies())
        .contains(new Anomaly.RestartScheduled(PG2, "2026-11-23T06:41:34+00:00"));
  }

  @Test
  void aStandbyClustersLeaderShouldStream() {
    var standby = "{\"standby_cluster\":{\"host\":\"10.9.9.9\",\"port\":5432}}";
    var state =
        Edited.healthy()
            .config(standby)
            .change("members/srv-pg1", "\"role\":\"primary\"", "\"role\":\"standby_leader\"")
            .state();
    assertThat(state.leadingMember().orElseThrow().role()).isEqualTo(ClusterRole.STANDBY_LEADER);
    assertThat(state.standbySource().orElseThrow().host()).isEqualTo("10.9.9.9");
    assertThat(state.anomalies())
        .extracting(Anomaly::code, Anomaly::member)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("not-streaming", PG1));
    assertThat(
            Edited.healthy()
                .config(standby)
                .change(
                    "members/srv-pg1",
                    "\"role\":\"primary\"",
                    "\"role\":\"standby_leader\",\"replication_state\":\"streaming\"")
                .codes())
        .isEmpty();
  }

  @Test
  void theStandbyLeaderIsShownWithItsReplicationState() {
    var state =
        Edited.healthy()
            .config("{\"standby_cluster\":{\"restore_command\":\"cp %f %p\"}}")
            .change(
                "members/srv-pg1",
                "\"role\":\"primary\"",
                "\"role\":\"standby_leader\",\"replication_state\":\"in archive recovery\"")
            .state();
    assertThat(state.leadingMember().orElseThrow().state()).isEqualTo("in archive recovery");
    assertThat(state.anomalies()).isEmpty();
  }

  /** {@code maincluster} after a revision of the recorded stream. */
  private static ClusterState at(long revision) {
    var track = Recorded.track("02-switchover-1", "maincluster", Recorded.KNOWN_HOSTS);
    for (var changed : Samples.stream()) {
      if (changed.revision() <= revision) {
        track = track.changed(changed.revision(), changed.changes(), changed.at());
      }
    }
    return track.state();
  }
}

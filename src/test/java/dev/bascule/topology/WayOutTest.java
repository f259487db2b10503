package dev.bascule.topology;

import static dev.bascule.topology.Edited.PG1;
import static dev.bascule.topology.Edited.PG2;
import static dev.bascule.topology.Edited.PG3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.patroni.MemberName;
import dev.bascule.topology.CandidateVerdict.Kind;
import dev.bascule.topology.CandidateVerdict.Obstacle;
import dev.bascule.topology.Presence.Writability;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Who could take over now, by Patroni's own rules. */
class WayOutTest {
  private static List<Kind> against(MemberName member, Edited edited) {
    return edited.state().wayOut().verdict(member).orElseThrow().obstacles().stream()
        .map(Obstacle::kind)
        .toList();
  }

  @Test
  void everyHealthyReplicaCan() {
    var wayOut = Edited.healthy().state().wayOut();
    assertThat(wayOut.able()).isEqualTo(2);
    assertThat(wayOut.bytesLost()).hasValue(0);
    assertThat(wayOut.verdict(PG1)).isEmpty();
  }

  @Test
  void anAbsentMemberCannot() {
    var expected = new ExpectedMember(PG2, ClusterRole.REPLICA, Instant.EPOCH, null, 0, null);
    assertThat(against(PG2, Edited.healthy().delete("members/srv-pg2").expecting(expected)))
        .containsExactly(Kind.ABSENT);
  }

  @Test
  void oneThatDoesNotRunCannot() {
    var edited = Edited.healthy().change("members/srv-pg2", "\"running\"", "\"creating replica\"");
    assertThat(against(PG2, edited)).containsExactly(Kind.NOT_RUNNING);
  }

  @Test
  void oneTaggedNofailoverCannot() {
    assertThat(Recorded.at("31-tags").wayOut().verdict(PG3).orElseThrow().obstacles())
        .extracting(Obstacle::kind)
        .containsExactly(Kind.NO_FAILOVER);
  }

  @Test
  void thePlainTagWinsOverThePriority() {
    var edited = Edited.healthy().tags(PG2, "{\"nofailover\":false,\"failover_priority\":0}");
    assertThat(against(PG2, edited)).isEmpty();
  }

  @Test
  void oneTooFarBehindCannotAndTheNumbersAreTold() {
    var edited =
        Edited.moment("30-lag")
            .change("members/srv-pg3", "\"receive_lsn\":96437488", "\"receive_lsn\":67405592");
    assertThat(edited.state().wayOut().verdict(PG3).orElseThrow().obstacles())
        .containsExactly(new Obstacle(Kind.LAG, List.of(29_031_896L, 1_048_576L)));
  }

  @Test
  void whatWasReceivedCountsEvenIfItIsNotReplayed() {
    assertThat(Recorded.at("30-lag").wayOut().verdict(PG3).orElseThrow().can()).isTrue();
  }

  @Test
  void oneOfWhichNoPlaceIsKnownCannot() {
    var edited =
        Edited.healthy().put("members/srv-pg2", "{\"state\":\"running\",\"role\":\"replica\"}");
    assertThat(against(PG2, edited)).contains(Kind.LAG_UNKNOWN);
  }

  @Test
  void anOldTimelineMattersOnlyWhereItIsChecked() {
    var history = "[[1,83886240,\"no recovery target specified\"]]";
    assertThat(against(PG2, Edited.healthy().put("history", history))).isEmpty();
    var checked = Edited.healthy().put("history", history).config("{\"check_timeline\":true}");
    assertThat(checked.state().wayOut().verdict(PG2).orElseThrow().obstacles())
        .containsExactly(new Obstacle(Kind.TIMELINE, List.of(1, 2)));
    var unknown = checked.change("members/srv-pg3", ",\"timeline\":1", "");
    assertThat(against(PG3, unknown)).containsExactly(Kind.TIMELINE_UNKNOWN);
  }

  @Test
  void anEmptyHistoryIsTimelineOne() {
    assertThat(
            against(PG2, Edited.healthy().put("history", "[]").config("{\"check_timeline\":true}")))
        .isEmpty();
  }

  @Test
  void inSynchronousModeOnlyASynchronousStandbyCan() {
    var wayOut = Recorded.at("09-sync-mode").wayOut();
    assertThat(wayOut.verdict(PG2).orElseThrow().can()).isTrue();
    assertThat(wayOut.verdict(PG3).orElseThrow().obstacles())
        .containsExactly(new Obstacle(Kind.NOT_SYNC, List.of()));
  }

  @Test
  void inSynchronousModeWithoutAnyStandbyNobodyCan() {
    var edited =
        Edited.moment("09-sync-mode")
            .put("sync", "{\"leader\":\"srv-pg1\",\"sync_standby\":null,\"quorum\":0}");
    assertThat(edited.state().wayOut().able()).isZero();
  }

  @Test
  void synchronousModeCountsOnlyOnceTheLeaderWroteItDown() {
    assertThat(Edited.moment("09-sync-mode").delete("sync").state().wayOut().able()).isEqualTo(2);
  }

  @Test
  void membershipInTheSyncKeyIgnoresCase() {
    var edited = Edited.moment("09-sync-mode").change("sync", "srv-pg2", "SRV-PG2");
    assertThat(edited.state().member(PG2).orElseThrow().role()).isEqualTo(ClusterRole.SYNC_STANDBY);
    assertThat(against(PG2, edited)).isEmpty();
  }

  @Test
  void inQuorumModeEnoughOthersMustBeThereToVote() {
    var alone = Edited.moment("09c-quorum-mode").delete("members/srv-pg3");
    assertThat(alone.state().wayOut().verdict(PG2).orElseThrow().obstacles())
        .containsExactly(new Obstacle(Kind.QUORUM, List.of(0, 1)));
    assertThat(Recorded.at("09c-quorum-mode").wayOut().able()).isEqualTo(2);
  }

  @Test
  void oneOutsideTheQuorumNeedsAVoteMore() {
    var edited =
        Edited.moment("09c-quorum-mode")
            .put("sync", "{\"leader\":\"srv-pg1\",\"sync_standby\":\"srv-pg2\",\"quorum\":1}");
    assertThat(edited.state().wayOut().verdict(PG3).orElseThrow().obstacles())
        .containsExactly(new Obstacle(Kind.QUORUM, List.of(0, 1)));
  }

  @Test
  void inAStandbyClusterSynchronousModeIsNotInForce() {
    var edited =
        Edited.moment("09-sync-mode")
            .config("{\"synchronous_mode\":true,\"standby_cluster\":{\"host\":\"10.9.9.9\"}}");
    assertThat(against(PG3, edited)).isEmpty();
    assertThat(edited.state().member(PG2).orElseThrow().role()).isEqualTo(ClusterRole.REPLICA);
  }

  @Test
  void inFailsafeModeOnlyItsMembersCan() {
    var edited =
        Edited.moment("11-failsafe-mode")
            .put("failsafe", "{\"srv-pg1\":\"https://a\",\"srv-pg2\":\"https://b\"}");
    assertThat(against(PG2, edited)).isEmpty();
    assertThat(against(PG3, edited)).containsExactly(Kind.NOT_IN_FAILSAFE);
    // the key stays when the mode is turned off
    assertThat(
            against(
                PG3,
                Edited.moment("12-failsafe-off").put("failsafe", "{\"srv-pg1\":\"https://a\"}")))
        .isEmpty();
  }

  @Test
  void whatItAnsweredItselfCounts() {
    var unreachable = new MemberFacts(Writability.UNKNOWN, false, null, false, false, null, null);
    assertThat(against(PG2, Edited.healthy().fact(PG2, unreachable)))
        .containsExactly(Kind.UNREACHABLE);
    var watchdog = new MemberFacts(Writability.UNKNOWN, true, null, true, false, null, null);
    assertThat(against(PG2, Edited.healthy().fact(PG2, watchdog))).containsExactly(Kind.WATCHDOG);
    var other = new MemberFacts(Writability.UNKNOWN, true, "123", false, false, null, null);
    assertThat(against(PG2, Edited.healthy().fact(PG2, other))).containsExactly(Kind.OTHER_SYSTEM);
  }

  @Test
  void whilePausedNobodyTakesOverButAPersonMayAsk() {
    var wayOut = Recorded.at("07-paused").wayOut();
    assertThat(wayOut.able()).isZero();
    assertThat(wayOut.ableByHand()).isEqualTo(2);
    assertThat(wayOut.bytesLost()).hasValue(0);
  }

  @Test
  void allReasonsAreTold() {
    var edited =
        Edited.healthy()
            .change("members/srv-pg2", "\"running\"", "\"stopped\"")
            .tags(PG2, "{\"nofailover\":true}")
            .config("{\"pause\":true}");
    assertThat(against(PG2, edited))
        .containsExactly(Kind.NOT_RUNNING, Kind.NO_FAILOVER, Kind.PAUSED);
  }

  @Test
  void theDcsAnswersHowManyOfItsMembersMayGo() {
    var track = Edited.healthy().track();
    assertThat(track.state().wayOut().dcsMembersThatMayGo()).isEmpty();
    track = track.within(track.around().withDcsMembersThatMayGo(OptionalInt.of(1)));
    assertThat(track.state().wayOut().dcsMembersThatMayGo()).hasValue(1);
  }

  @Test
  void bytesLostAreThoseOfTheBestCandidate() {
    var edited =
        Edited.moment("30-lag")
            .change("members/srv-pg3", "\"receive_lsn\":96437488", "\"receive_lsn\":96437000")
            .tags(PG2, "{\"nofailover\":true}");
    assertThat(edited.state().wayOut().bytesLost()).hasValue(488);
  }
}

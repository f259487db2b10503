package dev.bascule.topology;

import static dev.bascule.topology.Edited.PG2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.dcs.DcsChange;
import dev.bascule.dcs.DcsEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A busy cluster must not raise an alarm each time its leader publishes before the others. */
class LagsTest {
  private static final long LEAP = 16L << 20;
  private static final long PLACE = 84_159_064;

  private final ClusterTrack quiet = Edited.healthy().track();
  private final Instant start = quiet.state().observedAt();

  private ClusterTrack leaderPublishes(ClusterTrack track, long optime, long seconds) {
    return put(track, "status", "{\"optime\":" + optime + "}", seconds);
  }

  private ClusterTrack put(ClusterTrack track, String path, String value, long seconds) {
    var revision = track.state().revision() + 1;
    var entry =
        new DcsEntry(
            "/service/maincluster/" + path,
            value.getBytes(StandardCharsets.UTF_8),
            10,
            revision,
            9,
            0);
    return track.changed(revision, List.of(new DcsChange.Put(entry)), start.plusSeconds(seconds));
  }

  private static List<String> codes(ClusterTrack track) {
    return track.state().anomalies().stream().map(Anomaly::code).toList();
  }

  @Test
  void isNotJudgedBeforeAMemberHadItsTurn() {
    var leapt = leaderPublishes(quiet, PLACE + LEAP, 3);
    assertThat(leapt.state().member(PG2).orElseThrow().receiveLag()).isEqualTo(LEAP);
    assertThat(codes(leapt)).isEmpty();
    assertThat(leapt.state().wayOut().able()).isEqualTo(2);
    assertThat(leapt.state().wayOut().bytesLost()).hasValue(0);
  }

  @Test
  void isJudgedOnceALoopHasPassedInSilence() {
    var leapt = leaderPublishes(quiet, PLACE + LEAP, 3);
    assertThat(leapt.ripensBy(start.plusSeconds(5))).isFalse();
    assertThat(leapt.ripensBy(start.plusSeconds(13))).isTrue();
    var ripe = leapt.asOf(start.plusSeconds(13));
    assertThat(codes(ripe)).containsExactlyInAnyOrder("no-way-out", "lag-above", "lag-above");
    assertThat(ripe.state().wayOut().able()).isZero();
    assertThat(ripe.ripensBy(start.plusSeconds(60))).isFalse();
  }

  @Test
  void isJudgedEvenWhileTheLeaderPublishesOnAndOn() {
    var track = quiet;
    for (var loop = 1; loop <= 3; loop++) {
      track = leaderPublishes(track, PLACE + loop * LEAP, loop * 10L);
    }
    assertThat(codes(track)).contains("lag-above");
  }

  @Test
  void isJudgedAtOnceWhenTheMemberPublishedLater() {
    var leapt = leaderPublishes(quiet, PLACE + LEAP, 3);
    var behind =
        put(
            leapt,
            "members/srv-pg2",
            "{\"state\":\"running\",\"role\":\"replica\",\"replication_state\":\"streaming\","
                + "\"receive_lsn\":"
                + (PLACE + 1000)
                + ",\"timeline\":1}",
            4);
    assertThat(codes(behind)).containsExactly("lag-above");
  }

  @Test
  void staysJudgedWhileTheLeaderPublishesAgain() {
    var leapt = leaderPublishes(quiet, PLACE + LEAP, 3);
    var behind =
        put(
            leapt,
            "members/srv-pg2",
            "{\"state\":\"running\",\"role\":\"replica\",\"replication_state\":\"streaming\","
                + "\"receive_lsn\":"
                + (PLACE + 1000)
                + ",\"timeline\":1}",
            4);
    assertThat(codes(leaderPublishes(behind, PLACE + 2 * LEAP, 5))).contains("lag-above");
  }

  @Test
  void isJudgedAtFirstSight() {
    assertThat(Recorded.at("30-lag").anomalies()).hasSize(1);
  }
}

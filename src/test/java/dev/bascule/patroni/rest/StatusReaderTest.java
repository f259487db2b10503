package dev.bascule.patroni.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.PatroniRole;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatusReaderTest {
  @Test
  void readsALeadersOwnWords() {
    var status = read("leader-get-patroni");
    assertThat(status.takesWrites()).isTrue();
    assertThat(status.role()).isEqualTo(PatroniRole.PRIMARY);
    assertThat(status.timeline()).isEqualTo(1);
    assertThat(status.location()).isEqualTo(new Lsn(83886176));
    assertThat(status.serverVersion()).isEqualTo(150020);
    assertThat(status.systemIdentifier()).isEqualTo("7711236848557838613");
    assertThat(status.dcsLastSeen()).isEqualTo(Instant.ofEpochSecond(1795412320));
    assertThat(status.name()).isEqualTo(new MemberName("srv-pg1"));
    assertThat(status.scope()).isEqualTo("maincluster");
    assertThat(status.followers())
        .extracting(PatroniStatus.Follower::applicationName)
        .containsExactly("srv-pg2", "srv-pg3");
    assertThat(status.followedSynchronously()).isFalse();
    assertThat(status.follower(new MemberName("SRV-PG3"))).isPresent();
  }

  @Test
  void readsAFollowersOwnWords() {
    var status = read("lag-replica-get-patroni");
    assertThat(status.takesWrites()).isFalse();
    assertThat(status.replicationState()).isEqualTo("streaming");
    assertThat(status.received()).isEqualTo(new Lsn(96437544));
    assertThat(status.replayed()).isEqualTo(new Lsn(96437544));
    assertThat(status.location()).isNull();
    assertThat(status.replayPaused()).isFalse();
  }

  @Test
  void tellsThatReplayIsPaused() {
    var text = new String(RestSamples.body("lag-replica-get-patroni"), StandardCharsets.UTF_8);
    var paused = utf8(text.replace("\"paused\": false", "\"paused\": true"));
    assertThat(StatusReader.read(paused).orElseThrow().replayPaused()).isTrue();
  }

  @Test
  void tellsThatASynchronousStandbyFollows() {
    assertThat(read("sync-get-patroni").followedSynchronously()).isTrue();
  }

  @Test
  void readsANodeWithoutPostgres() {
    var status = read("reinit-during-patroni-1");
    assertThat(status.running()).isFalse();
    assertThat(status.location()).isNull();
    assertThat(status.followers()).isEmpty();
  }

  @Test
  void tellsAPendingRestart() {
    assertThat(read("pending-restart-get-patroni").pendingRestart()).isTrue();
    assertThat(read("leader-get-patroni").pendingRestart()).isFalse();
  }

  @Test
  void passesOverFieldsOfTheWrongKind() {
    var status =
        StatusReader.read(
                utf8(
                    """
                    {"state": {"a": 1}, "role": "primary", "timeline": "x", "xlog": [],
                     "replication": [7, {"application_name": "a"}], "dcs_last_seen": "late",
                     "patroni": {"name": ""}, "postmaster_start_time": "yesterday"}
                    """))
            .orElseThrow();
    assertThat(status.takesWrites()).isFalse();
    assertThat(status.timeline()).isZero();
    assertThat(status.followers()).hasSize(1);
    assertThat(status.dcsLastSeen()).isNull();
    assertThat(status.name()).isNull();
  }

  @Test
  void shortensLongWords() {
    var text = "{\"state\":\"" + "x".repeat(100_000) + "\",\"role\":\"replica\"}";
    assertThat(StatusReader.read(utf8(text)).orElseThrow().state()).hasSizeLessThan(300);
  }

  @Test
  void knowsWhatIsNotPatronis() {
    assertThat(StatusReader.read(utf8("<html>hello</html>"))).isEmpty();
    assertThat(StatusReader.read(utf8("[]"))).isEmpty();
    assertThat(StatusReader.read(utf8("{\"status\":\"UP\"}"))).isEmpty();
    assertThat(StatusReader.read(utf8(""))).isEmpty();
    assertThat(StatusReader.read(utf8("[".repeat(10_000)))).isEmpty();
    assertThat(StatusReader.read(new byte[] {(byte) 0xff, 0})).isEmpty();
  }

  private static PatroniStatus read(String sample) {
    return StatusReader.read(RestSamples.body(sample)).orElseThrow();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.bascule.topology.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.topology.ClusterRole;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Presence;
import dev.bascule.topology.Sight;
import dev.bascule.ui.BasculeI18N;
import dev.bascule.ui.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import showroom.Made;

/** What the drawing is given says what is true, and no more. */
class SceneMakerTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:14:07Z");
  private static final BasculeI18N I18N = new BasculeI18N();
  private static final Words WORDS =
      new Words(
          (key, arguments) -> I18N.getTranslation(key, Locale.ENGLISH, arguments),
          new Formats(Locale.ENGLISH, ZoneOffset.UTC));

  @Test
  void healthyReplicasStreamFromTheSeat() {
    Scene scene = scene(Made.three("c"));
    assertThat(scene.leader()).isEqualTo("srv-pg1");
    assertThat(member(scene, "srv-pg1").edge()).isNull();
    assertThat(edge(scene, "srv-pg2")).isEqualTo(new Scene.Edge(null, "streaming", null, null));
    assertThat(member(scene, "srv-pg2").canTakeOver()).isTrue();
  }

  @Test
  void nobodyIsFedByAnEmptySeat() {
    Made made = Made.three("c").at(NOW);
    made.state();
    Scene scene = scene(made.leaderless().at(NOW.plusSeconds(5)));
    assertThat(scene.leader()).isNull();
    assertThat(scene.seat().emptySince()).isEqualTo(NOW.plusSeconds(5).toEpochMilli());
    assertThat(scene.members()).allSatisfy(one -> assertThat(one.edge()).isNull());
  }

  @Test
  void aReplicaThatDoesNotStreamHasABrokenEdgeWithItsTime() {
    Made made = Made.three("c").at(NOW);
    made.state();
    Instant since = NOW.plusSeconds(30);
    Scene scene = scene(made.member("srv-pg3", "replica", "running", "").at(since));
    assertThat(edge(scene, "srv-pg3").kind()).isEqualTo("broken");
    assertThat(edge(scene, "srv-pg3").since()).isEqualTo(since.toEpochMilli());
  }

  @Test
  void anUnknownLagIsNullAndNeverZero() {
    Scene scene = scene(Made.three("c").member("srv-pg3", "replica", "running", ""));
    assertThat(member(scene, "srv-pg3").receiveLag()).isNull();
    assertThat(member(scene, "srv-pg3").replayLag()).isNull();
  }

  @Test
  void anotherTimelineIsApartAndSaysBoth() {
    Scene scene = scene(Made.three("c").timeline(2).streams("srv-pg2", 0));
    assertThat(edge(scene, "srv-pg2").kind()).isEqualTo("apart");
    assertThat(edge(scene, "srv-pg2").label()).isEqualTo("TL 2 ≠ 3");
  }

  @Test
  void anAbsentLeaderThatStillWritesIsCritical() {
    Scene scene =
        scene(
            Made.cluster("c")
                .leads("srv-pg2")
                .absent("srv-pg1", ClusterRole.LEADER, NOW, Presence.Writability.STILL_WRITABLE));
    Scene.Member gone = member(scene, "srv-pg1");
    assertThat(gone.absent()).isEqualTo(new Scene.Absence(NOW.toEpochMilli(), "leader", "yes"));
    assertThat(gone.severity()).isEqualTo("critical");
    assertThat(gone.edge()).isNull();
  }

  @Test
  void aCascadedMemberIsFedByItsParent() {
    Scene scene =
        scene(
            Made.three("c")
                .member(
                    "srv-pg4",
                    "replica",
                    "running",
                    "\"replication_state\":\"streaming\",\"receive_lsn\":50665304,"
                        + "\"replay_lsn\":50665304,\"tags\":{\"replicatefrom\":\"srv-pg3\"}"));
    assertThat(member(scene, "srv-pg4").parent()).isEqualTo("srv-pg3");
    assertThat(edge(scene, "srv-pg4").from()).isEqualTo("srv-pg3");
  }

  @Test
  void aPauseStopsFailoverButNotAPerson() {
    Scene scene = scene(Made.three("c").put("config", "{\"pause\":true}"));
    assertThat(scene.seat().paused()).isTrue();
    assertThat(member(scene, "srv-pg2").canTakeOver()).isFalse();
    assertThat(member(scene, "srv-pg2").canByHand()).isTrue();
    assertThat(member(scene, "srv-pg2").reasonsByHand()).isEmpty();
  }

  @Test
  void nobodyMayAskWhereANameDoesNotConform() {
    assertThat(scene(Made.three("<img src=x>")).mayAsk()).isFalse();
    assertThat(scene(Made.three("c")).mayAsk()).isTrue();
  }

  @Test
  void anUnreadableMemberDoesNotHideTheOthers() {
    Scene scene = scene(Made.three("c").put("members/srv-pg3", "{not json"));
    assertThat(member(scene, "srv-pg3").unreadable()).isTrue();
    assertThat(edge(scene, "srv-pg2").kind()).isEqualTo("streaming");
  }

  @Test
  void quorumSaysHowManyOfHowMany() {
    Scene scene =
        scene(
            Made.three("c")
                .put("config", "{\"synchronous_mode\":\"quorum\"}")
                .put(
                    "sync",
                    "{\"leader\":\"srv-pg1\",\"sync_standby\":\"srv-pg2,srv-pg3\",\"quorum\":1}"));
    assertThat(scene.sync()).isEqualTo(new Scene.Sync("quorum", false, 1, 2));
    assertThat(member(scene, "srv-pg2").role()).isEqualTo("quorum_standby");
  }

  // a compact constructor's class file doesn't tell which of its parameters may be null
  @SuppressWarnings("NullAway")
  private static Scene scene(Made made) {
    ClusterState state = made.state();
    SceneMaker.Around around =
        new SceneMaker.Around(
            new Sight.InSight(NOW, 1, Duration.ZERO),
            List.of(),
            Optional.empty(),
            member -> Optional.empty(),
            null,
            null,
            true);
    return SceneMaker.make(state, around, WORDS);
  }

  private static Scene.Member member(Scene scene, String name) {
    return scene.members().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Scene.Edge edge(Scene scene, String name) {
    return java.util.Objects.requireNonNull(member(scene, name).edge());
  }
}

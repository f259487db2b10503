package dev.bascule.dcs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bascule.dcs.CutProxy;
import dev.bascule.dcs.DcsEvent;
import dev.bascule.dcs.DcsTrouble;
import dev.bascule.dcs.EtcdProcess;
import dev.bascule.dcs.TestPki;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stream against a real etcd that is restarted, compacted, cut off and frozen. */
class EtcdStreamIT {
  private static final TestPki PKI = new TestPki("etcd authority");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EtcdDcs dcs = new EtcdDcs(Clock.systemUTC());
  private final Mirror mirror = new Mirror();
  private EtcdProcess etcd = EtcdProcess.start(1, PKI).withUsers();

  @AfterEach
  void end() {
    etcd.close();
  }

  private void awaitValue(String key, String value) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(mirror.texts()).containsEntry(key, value));
  }

  private void awaitAlive() {
    mirror.forgetTold();
    await().atMost(PATIENCE).until(() -> !mirror.told(DcsEvent.Alive.class).isEmpty());
  }

  private void assertEqualToEtcdsOwn() throws Exception {
    var own = dcs.read(etcd.connection(), "/service/", Duration.ofSeconds(10)).entries();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(mirror.entries()).containsExactlyElementsOf(own));
  }

  @Test
  void listsAndFollowsAsTheUserOfItsCertificate() throws Exception {
    etcd.put("/service/main/leader", "srv-pg1");
    try (var stream = dcs.follow(etcd.connection(), mirror)) {
      awaitValue("/service/main/leader", "srv-pg1");
      etcd.put("/service/main/leader", "srv-pg2");
      etcd.put("/elsewhere", "not ours");
      awaitValue("/service/main/leader", "srv-pg2");
      etcd.delete("/service/main/leader");
      await().atMost(PATIENCE).until(() -> mirror.texts().isEmpty());
      assertThat(mirror.told(DcsEvent.Listed.class)).hasSize(1);
      assertEqualToEtcdsOwn();
    }
  }

  @Test
  void tellsAllThatOneRevisionChangedTogether() {
    etcd.put("/service/main/leader", "srv-pg1");
    etcd.put("/service/main/members/srv-pg1", "{}");
    try (var stream = dcs.follow(etcd.connection(), mirror)) {
      awaitValue("/service/main/leader", "srv-pg1");
      etcd.ctl("del", "--prefix", "/service/main/");
      await().atMost(PATIENCE).until(() -> mirror.texts().isEmpty());
      var changed = mirror.told(DcsEvent.Changed.class);
      assertThat(changed).hasSize(1);
      assertThat(changed.getFirst().changes()).hasSize(2);
    }
  }

  @Test
  void listsMoreThanAPage() throws Exception {
    etcd.putMany(
        IntStream.range(0, 2500).mapToObj(i -> "/service/c" + i + "/members/m").toList(), "{}");
    try (var stream = dcs.follow(etcd.connection(), mirror)) {
      await().atMost(PATIENCE).until(() -> mirror.texts().size() == 2500);
      assertEqualToEtcdsOwn();
    }
  }

  @Test
  void healsAfterARestart() throws Exception {
    try (var stream = dcs.follow(etcd.connection(), mirror)) {
      awaitAlive();
      etcd.put("/service/main/leader", "srv-pg1");
      etcd.stop(0);
      etcd.up(0);
      etcd.awaitHealthy();
      etcd.put("/service/main/leader", "srv-pg2");
      awaitValue("/service/main/leader", "srv-pg2");
      assertThat(mirror.told(DcsEvent.Listed.class)).isNotEmpty();
      assertEqualToEtcdsOwn();
    }
  }

  @Test
  void announcesASilentCutWithinFiveSecondsAndIsEqualAgainAfterACompaction() throws Exception {
    etcd.put("/service/main/config", "{}");
    etcd.put("/service/main/leader", "srv-pg1");
    try (var proxy = new CutProxy(etcd.port(0));
        var stream =
            dcs.follow(etcd.connection(List.of(proxy.endpoint()), PKI.client("console")), mirror)) {
      awaitAlive();
      mirror.forgetTold();
      proxy.cut();
      var cutAt = System.nanoTime();
      await()
          .atMost(Duration.ofSeconds(8))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !mirror.told(DcsEvent.OutOfSight.class).isEmpty());
      assertThat(Duration.ofNanos(System.nanoTime() - cutAt)).isLessThan(Duration.ofSeconds(5));
      assertThat(mirror.told(DcsEvent.OutOfSight.class).getFirst().trouble())
          .isEqualTo(DcsTrouble.TIMED_OUT);

      etcd.put("/service/main/leader", "srv-pg2");
      etcd.delete("/service/main/config");
      etcd.put("/service/main/history", "[]");
      etcd.ctl("compact", currentRevision());
      proxy.heal();

      awaitValue("/service/main/leader", "srv-pg2");
      assertEqualToEtcdsOwn();
      awaitAlive();
    }
  }

  private String currentRevision() throws Exception {
    return Long.toString(
        dcs.read(etcd.connection(), "/service/", Duration.ofSeconds(10)).revision());
  }

  @Test
  void noticesThatNobodyListensAndComesBack() {
    try (var stream = dcs.follow(etcd.connection(), mirror)) {
      awaitAlive();
      etcd.kill(0);
      await()
          .atMost(Duration.ofSeconds(8))
          .until(() -> !mirror.told(DcsEvent.OutOfSight.class).isEmpty());
      assertThat(mirror.told(DcsEvent.OutOfSight.class).getLast().trouble())
          .isEqualTo(DcsTrouble.REFUSED);
      etcd.up(0);
      awaitAlive();
    }
  }

  @Test
  void goesOnAtAnotherMemberWithinThreeSecondsWhenItsOwnDies() {
    etcd.close();
    etcd = EtcdProcess.start(3, PKI).withUsers();
    etcd.put("/service/main/leader", "srv-pg1");
    try (var stream = dcs.follow(etcd.connection(), mirror)) {
      awaitValue("/service/main/leader", "srv-pg1");
      mirror.forgetTold();
      etcd.kill(0);
      var killedAt = System.nanoTime();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !mirror.told(DcsEvent.Listed.class).isEmpty());
      // an election may be needed, too
      assertThat(Duration.ofNanos(System.nanoTime() - killedAt)).isLessThan(Duration.ofSeconds(5));
      etcd.put("/service/main/leader", "srv-pg3");
      awaitValue("/service/main/leader", "srv-pg3");
    }
  }

  @Test
  void saysThatTheQuorumIsLost() {
    etcd.close();
    etcd = EtcdProcess.start(3, PKI).withUsers();
    try (var stream = dcs.follow(etcd.connection(), mirror)) {
      awaitAlive();
      mirror.forgetTold();
      etcd.freeze(1);
      etcd.freeze(2);
      var frozenAt = System.nanoTime();
      await()
          .atMost(Duration.ofSeconds(8))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !mirror.told(DcsEvent.OutOfSight.class).isEmpty());
      assertThat(Duration.ofNanos(System.nanoTime() - frozenAt)).isLessThan(Duration.ofSeconds(5));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  mirror.told(DcsEvent.OutOfSight.class).getLast().trouble()
                      == DcsTrouble.QUORUM_LOST);
      etcd.thaw(1);
      etcd.thaw(2);
      awaitAlive();
    }
  }
}

package dev.bascule.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.bascule.topology.web.PatronictlForm;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can go wrong is made on the lab: the page tells it by itself, and the API says the same of
 * every member as patronictl does at the same revision. In health there is nothing to tell.
 */
class StatesScenario {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final double LONGEST = 60_000;
  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(LONGEST);
  private static final LocatorAssertions.HasCountOptions NONE_SOON =
      new LocatorAssertions.HasCountOptions().setTimeout(LONGEST);

  @SuppressWarnings("NullAway.Init")
  private static Stage stage;

  @SuppressWarnings("NullAway.Init")
  private static MainCluster cluster;

  @SuppressWarnings("NullAway.Init")
  private static Page page;

  @BeforeAll
  static void open() {
    stage = Stage.set();
    cluster = stage.cluster();
    page = stage.clusterPage("viewer");
  }

  @AfterEach
  void isHealthyAgain() {
    cluster.restore();
    assertThat(page.locator(".sentence")).containsText("In order", SOON);
    assertThat(page.locator(".anomaly:visible")).hasCount(0);
    assertEqualToPatronictl(cluster.leader());
  }

  @Test
  void paused() {
    var leader = cluster.leader();
    cluster.patronictl(leader, "pause", "--wait");
    try {
      assertShown("paused");
      assertThat(page.locator(".topo-seat")).containsText("no automatic failover");
      assertEqualToPatronictl(leader);
    } finally {
      cluster.patronictl(leader, "resume", "--wait");
    }
  }

  @Test
  void actionsScheduledByOthers() {
    var leader = cluster.leader();
    var replica = cluster.others(leader).getFirst();
    var tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(SECONDS).toString();
    try {
      cluster.patronictl(
          leader, "restart", "maincluster", replica, "--scheduled", tomorrow, "--force");
      cluster.patronictl(
          leader,
          "switchover",
          "maincluster",
          "--leader",
          leader,
          "--candidate",
          replica,
          "--scheduled",
          tomorrow,
          "--force");
      assertShown("restart-scheduled");
      assertShown("switchover-scheduled");
      assertEqualToPatronictl(leader);
    } finally {
      cluster.patronictl(leader, "flush", "maincluster", "restart", "--force");
      cluster.patronictl(leader, "flush", "maincluster", "switchover", "--force");
    }
  }

  @Test
  void replicasStoppedAndNoSynchronousStandbyLeft() {
    var leader = cluster.leader();
    cluster.patronictl(leader, "edit-config", "--force", "-s", "synchronous_mode=true");
    try {
      assertThat(page.locator("table.data-table").first()).containsText("Sync Standby", SOON);
      assertThat(page.locator(".anomaly:visible")).hasCount(0, NONE_SOON);
      assertEqualToPatronictl(leader);

      cluster.others(leader).forEach(cluster::stopPatroni);
      assertShown("sync-without-standby");
      assertShown("no-way-out");
      for (var replica : cluster.others(leader)) {
        // stopped, then absent with its lease's end
        assertThat(page.locator("tr#member-" + replica)).containsText("absent since", SOON);
        assertThat(page.locator(".anomaly[data-code=absent-member]").getByText(replica).first())
            .isVisible();
      }
      assertEqualToPatronictl(leader);
    } finally {
      cluster.patronictl(leader, "edit-config", "--force", "-s", "synchronous_mode=null");
    }
  }

  @Test
  void replayBehindBecauseItIsPaused() {
    var leader = cluster.leader();
    var replica = cluster.others(leader).getFirst();
    // without a pause Patroni has replay go on in its next loop
    cluster.patronictl(leader, "pause", "--wait");
    cluster.sql(replica, "select pg_wal_replay_pause()");
    try {
      cluster.sql(
          leader,
          "create table lag as select repeat(md5(g::text), 40) from generate_series(1, 6000) g");
      assertShown("replay-lag-above");
      assertEqualToPatronictl(leader);
    } finally {
      cluster.sql(replica, "select pg_wal_replay_resume()");
      cluster.patronictl(leader, "resume", "--wait");
      cluster.sql(leader, "drop table if exists lag");
    }
  }

  @Test
  void memberWrittenOverByAForeignHand() {
    var replica = cluster.others(cluster.leader()).getFirst();
    stage
        .lab()
        .run(
            "etcdctl",
            "put",
            "--ignore-lease",
            "/service/maincluster/members/" + replica,
            "{\"state\": \"run");
    assertShown("unreadable");
  }

  private static void assertShown(String code) {
    assertThat(page.locator(".anomaly[data-code=" + code + "]").first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONGEST));
  }

  /** Holds only if nothing was written between: then the same keys lay before both. */
  private static void assertEqualToPatronictl(String node) {
    await("a moment in which nothing is written")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              var before = cluster.revision();
              var printed = cluster.list(node);
              var said = api();
              Assertions.assertThat(cluster.revision()).as("revision").isEqualTo(before);
              Assertions.assertThat(
                      JSON.readTree(JSON.writeValueAsString(PatronictlForm.json(said))))
                  .isEqualTo(printed);
            });
  }

  private static JsonNode api() {
    return JSON.readTree(stage.console().api("/api/v1/clusters/lab/maincluster"));
  }
}

package dev.bascule.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A member is forced to lead on the real lab: beside a leader that is well, after two people
 * agreed; and at night when nobody leads, through break-glass.
 */
class ForcedFailoverScenario {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @SuppressWarnings("NullAway.Init")
  private static Stage stage;

  @SuppressWarnings("NullAway.Init")
  private static MainCluster cluster;

  @BeforeAll
  static void open() {
    stage = Stage.set();
    cluster = new MainCluster(stage.lab());
    cluster.awaitWhole();
  }

  @AfterEach
  void mend() {
    stage.lab().nodes().forEach(node -> stage.lab().attempt("start", node));
    // while it lasts Patroni starts no PostgreSQL that it finds stopped
    cluster.endPause();
    cluster.restore();
  }

  @Test
  void besideALeaderThatIsWellItIsAgreedToAndTheOldLeaderFollows() {
    var old = cluster.leader();
    var candidate = cluster.others(old).getLast();
    var dba = stage.pages("dba");
    dba.open("failover/lab/maincluster?candidate=" + candidate);

    assertThat(dba.page().locator("body")).containsText("is forced to lead maincluster");
    var asked = dba.typeAndAsk("Ask for it", "maincluster", "the leader answers nobody");
    stage.pages("approver").approve(asked);
    dba.start();
    dba.awaitState("Succeeded", PATIENCE);

    assertThat(dba.outcome()).containsText(candidate + " leads now, and " + old + " streams");
    assertThat(cluster.leader()).isEqualTo(candidate);
    assertThat(cluster.sql(candidate, "select pg_is_in_recovery()")).isEqualTo("f");
    assertThat(cluster.sql(old, "select pg_is_in_recovery()")).isEqualTo("t");
    dba.page().context().close();
  }

  @Test
  void whenNobodyLeadsOnePersonBreaksTheGlassAndItIsReviewedLater() {
    var dead = cluster.leader();
    var candidate = cluster.others(dead).getFirst();
    // paused, so that nobody takes over by himself
    cluster.patronictl(dead, "pause", "--wait");
    stage.lab().run("kill", dead);
    await("an empty seat")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> cluster.leader().isEmpty());
    var dba = stage.pages("dba");
    dba.open("failover/lab/maincluster?exception=yes&candidate=" + candidate);

    assertThat(dba.page().locator("body")).containsText("which has no leader");
    dba.typeAndAsk("Break the glass and run it now", "maincluster", "nobody leads, it is 3 a.m.");
    dba.awaitState("Succeeded", PATIENCE);

    assertThat(cluster.leader()).isEqualTo(candidate);
    assertThat(cluster.sql(candidate, "select pg_is_in_recovery()")).isEqualTo("f");
    assertThat(dba.page().locator(".banners"))
        .containsText(
            "the review is open", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    dba.page().context().close();
  }
}

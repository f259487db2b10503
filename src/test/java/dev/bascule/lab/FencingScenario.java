package dev.bascule.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Patroni alone dies on the leader's host of the real lab, and PostgreSQL there goes on taking
 * writes beside the new leader, until somebody stops it from the console.
 */
class FencingScenario {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stage stage = Stage.set();
  private final MainCluster cluster = new MainCluster(stage.lab());

  @BeforeEach
  void isWhole() {
    cluster.awaitWhole();
  }

  @AfterEach
  void mend() {
    cluster.restore();
  }

  @Test
  void aPrimaryThatWritesOutsidePatroniIsStopped() {
    var old = cluster.leader();
    stage.lab().run("pkill-patroni", old);
    await("another leader")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> !cluster.leader().isEmpty() && !cluster.leader().equals(old));
    assertThat(cluster.sql(old, "select pg_is_in_recovery()")).isEqualTo("f");

    var dba = stage.pages("dba");
    dba.open("fencing/lab/maincluster");
    assertThat(dba.page().locator("body")).containsText("PostgreSQL of " + old);
    var asked = dba.typeAndAsk("Ask for it", "maincluster", "applications still reach it");
    stage.pages("approver").approve(asked);
    dba.start();
    dba.awaitState("Succeeded", PATIENCE);

    assertThat(dba.outcome()).containsText("PostgreSQL on " + old + " takes no more writes");
    assertThat(stage.lab().attempt("ssh", old, "psql", "-XqAtc", "\"select 1\"").exit())
        .isNotZero();
    assertThat(cluster.leader()).isNotEqualTo(old);
    dba.page().context().close();
  }
}

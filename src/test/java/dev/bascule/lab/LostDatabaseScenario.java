package dev.bascule.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console's database dies: the fleet goes on being shown, live; operations are refused. */
class LostDatabaseScenario {
  private static final double SOON = 30_000;

  @SuppressWarnings("NullAway.Init")
  private static Stage stage;

  @SuppressWarnings("NullAway.Init")
  private static MainCluster cluster;

  @SuppressWarnings("NullAway.Init")
  private static ConsoleDatabase database;

  @SuppressWarnings("NullAway.Init")
  private static Console console;

  @BeforeAll
  static void open() {
    stage = Stage.set();
    cluster = stage.cluster();
    database = ConsoleDatabase.start();
    console = Console.start(stage.lab(), database.settings());
  }

  @AfterAll
  static void close() {
    if (console != null) {
      console.close();
    }
    if (database != null) {
      database.close();
    }
  }

  @Test
  void goesOnShowingTheFleetAndRefusesToOperate() {
    var leader = cluster.leader();
    var replica = cluster.others(leader).getFirst();
    var dba = ChangePages.of(stage.browser(), console, "dba");
    var asked = dba.askSwitchover("maincluster", replica, "The leader's host gets a new kernel");
    ChangePages.of(stage.browser(), console, "approver").approve(asked);
    dba.button("Start").waitFor();
    var page = stage.browser().signIn(console, "viewer");
    page.navigate(console.url() + "/clusters/lab/maincluster");
    assertThat(page.locator(".sentence")).containsText("In order", within(SOON));

    database.kill();

    // what happens is shown by the open page, and by those opened now
    cluster.patronictl(leader, "pause", "--wait");
    try {
      assertThat(page.locator(".sentence")).containsText("Paused", within(10_000));
      page.navigate(console.url() + "/fleet");
      assertThat(page.locator("body")).containsText("maincluster", within(SOON));
      page.navigate(console.url() + "/clusters/lab/maincluster");
      assertThat(page.locator("tr#member-" + leader)).containsText("Leader", within(SOON));
      assertThat(page.locator(".topo-card.seated")).containsText(leader);
      dba.start();
      assertThat(dba.page().locator(".answers")).containsText("Nothing was sent", within(SOON));
    } finally {
      cluster.patronictl(leader, "resume", "--wait");
    }
    assertThat(page.locator("body")).containsText("In order", within(10_000));
    Assertions.assertThat(cluster.leader()).isEqualTo(leader);

    database.up();
    await("the person to have all their rights again")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              dba.page().navigate(asked);
              dba.page().locator(".answers").first().waitFor();
              return dba.button("Start").isVisible();
            });
    dba.start();
    dba.awaitState("Succeeded", Duration.ofSeconds(90));
    Assertions.assertThat(cluster.leader()).isEqualTo(replica);
  }

  private static LocatorAssertions.ContainsTextOptions within(double millis) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
  }
}

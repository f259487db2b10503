package dev.bascule.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody asked for: the leader's host dies, and every open page shows it. */
class FailoverScenario {
  /** The leader's lease, the race for it, and the promotion. */
  private static final double FAILOVER = 90_000;

  private static final double SOON = 20_000;

  @SuppressWarnings("NullAway.Init")
  private static Lab lab;

  @SuppressWarnings("NullAway.Init")
  private static MainCluster cluster;

  @SuppressWarnings("NullAway.Init")
  private static Console console;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @SuppressWarnings("NullAway.Init")
  private Page fleetPage;

  @SuppressWarnings("NullAway.Init")
  private Page clusterPage;

  @BeforeAll
  static void open() {
    lab = Lab.ready();
    cluster = new MainCluster(lab);
    cluster.awaitWhole();
    console = Console.start(lab);
    browser = Browser.launch();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (console != null) {
      console.close();
    }
  }

  @BeforeEach
  void openPages() {
    fleetPage = browser.signIn(console, "viewer");
    fleetPage.navigate(console.url() + "/fleet");
    clusterPage = fleetPage.context().newPage();
    clusterPage.navigate(console.url() + "/clusters/lab/maincluster");
    assertThat(sentence()).containsText("In order", within(SOON));
    assertThat(fleet()).containsText("maincluster", within(SOON));
  }

  @AfterEach
  void mend() {
    fleetPage.context().close();
    cluster.restore();
  }

  @Test
  void showsOnEveryPageThatTheLeadersHostDied() {
    var dead = cluster.leader();

    lab.run("kill", dead);

    assertThat(anomaly("absent-member")).containsText(dead + " is absent", within(FAILOVER));
    await("another leader")
        .atMost(Duration.ofMillis((long) FAILOVER))
        .until(() -> !cluster.leader().isEmpty() && !cluster.leader().equals(dead));
    var heir = cluster.leader();
    assertThat(row(clusterPage, heir)).containsText("Leader", within(SOON));
    assertThat(row(clusterPage, dead)).containsText("absent since");
    assertThat(row(clusterPage, dead)).containsText("was leader");
    assertThat(fleet()).containsText(heir, within(SOON));
    assertThat(fleet()).containsText(dead + " is absent");
    assertThat(fleet().getByTitle(dead + ": absent since").first()).isAttached();
    assertThat(event(heir + " took over from " + dead))
        .containsText("outside Bascule", within(SOON));

    lab.run("start", dead);
    cluster.awaitWhole();
    assertThat(row(clusterPage, dead)).containsText("Replica", within(SOON));
    assertThat(row(clusterPage, dead)).containsText("streaming", within(SOON));
    assertThat(sentence()).containsText("In order: " + heir + " leads", within(SOON));
    assertThat(fleet()).containsText("in order", within(SOON));
    clusterPage.navigate(console.url() + "/clusters/lab/maincluster/history");
    assertThat(event(dead + " is back")).isVisible(visible(SOON));
    assertThat(event(heir + " took over from " + dead)).containsText("outside Bascule");
  }

  private Locator sentence() {
    return clusterPage.locator(".cluster-header .sentence");
  }

  private Locator anomaly(String code) {
    return clusterPage.locator(".anomaly[data-code=" + code + "]");
  }

  private Locator event(String text) {
    return clusterPage
        .locator("li.event")
        .filter(new Locator.FilterOptions().setHasText(text))
        .first();
  }

  private Locator fleet() {
    return fleetPage.locator("body");
  }

  private static Locator row(Page page, String member) {
    return page.locator("tr#member-" + member);
  }

  private static LocatorAssertions.ContainsTextOptions within(double millis) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
  }

  private static LocatorAssertions.IsVisibleOptions visible(double millis) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(millis);
  }
}

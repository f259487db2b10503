package dev.bascule.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody asked for: the leader's host or its Patroni dies, and every open page shows it. */
class FailoverScenario {
  /** The leader's lease, the race for it, and the promotion. */
  private static final double FAILOVER = 90_000;

  private static final double SOON = 20_000;

  /** A seat may be empty for less than it takes to look at it: the page itself keeps what it shows. */
  private static final String KEEP_EMPTY_SEATS =
      """
      () => {
        window.emptySeats = [];
        const text = (one) => one?.innerText.replace(/\\s+/g, ' ') ?? '';
        new MutationObserver(() => {
          const seat = document.querySelector('bascule-topology .topo-seat.empty');
          const anomaly = document.querySelector('.anomaly[data-code=no-leader]');
          if (!seat || !anomaly) return;
          const rows = [...document.querySelectorAll('tr[id^=member-]')]
              .map((row) => text(row.cells[0]) + ' ' + text(row.cells[row.cells.length - 3]));
          window.emptySeats.push([text(anomaly), text(seat), ...rows].join(' | '));
        }).observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
      }
      """;

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

  @Test
  void showsAnOldPrimaryThatTakesWritesWithoutItsPatroni() {
    var old = cluster.leader();
    clusterPage.evaluate(KEEP_EMPTY_SEATS);

    lab.run("pkill-patroni", old);

    clusterPage.waitForFunction(
        "() => window.emptySeats.length > 0",
        null,
        new Page.WaitForFunctionOptions().setTimeout(FAILOVER));
    var seen = clusterPage.evaluate("() => window.emptySeats[0]").toString();
    Assertions.assertThat(seen).contains("No leader").contains("no leader since");
    for (var other : cluster.others(old)) {
      // of who could take over the table says so, the seat being empty
      Assertions.assertThat(seen).contains(other + " yes");
    }
    assertThat(anomaly("still-writable"))
        .containsText(old + " is writable outside Patroni", within(FAILOVER));
    await("another leader")
        .atMost(Duration.ofMillis((long) FAILOVER))
        .until(() -> !cluster.leader().isEmpty() && !cluster.leader().equals(old));
    var heir = cluster.leader();
    assertThat(row(clusterPage, heir)).containsText("Leader", within(SOON));
    // and it is so: the application could still write to it
    Assertions.assertThat(cluster.sql(old, "select pg_is_in_recovery()")).isEqualTo("f");
    assertThat(anomaly("still-writable")).isVisible();
    assertThat(row(clusterPage, old)).containsText("writable outside Patroni");
    assertThat(fleet()).containsText(old + " is writable outside Patroni");

    cluster.startPatroni(old);
    cluster.awaitWhole();
    assertThat(sentence()).containsText("In order: " + heir + " leads", within(SOON));
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

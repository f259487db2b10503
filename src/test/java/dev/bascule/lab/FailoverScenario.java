package dev.bascule.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody asked for: the leader's host or its Patroni dies, and every open page shows it. */
class FailoverScenario {
  /** The leader's lease, the race for it, and the promotion. */
  private static final double FAILOVER = 90_000;

  private static final double SOON = 20_000;

  /** A seat may be empty for less than it takes to look: the page itself keeps what it shows. */
  private static final String KEEP_EMPTY_SEATS =
      """
      () => {
        window.emptySeats = [];
        const text = (one) => one?.innerText.replace(/\\s+/g, ' ') ?? '';
        const all = (what) => [...document.querySelectorAll(what)].map(text);
        const look = () => {
          if (!document.querySelector('bascule-topology .topo-seat.empty')) return;
          window.emptySeats.push(
              [...all('.anomaly'), ...all('.topo-seat'), ...all('.topo-card')].join(' | '));
        };
        new MutationObserver(look).observe(document.body,
            {subtree: true, childList: true, attributes: true, characterData: true});
      }
      """;

  @SuppressWarnings("NullAway.Init")
  private static Stage stage;

  @SuppressWarnings("NullAway.Init")
  private static MainCluster cluster;

  @SuppressWarnings("NullAway.Init")
  private Page fleetPage;

  @SuppressWarnings("NullAway.Init")
  private Page clusterPage;

  @BeforeAll
  static void open() {
    stage = Stage.set();
    cluster = stage.cluster();
  }

  @BeforeEach
  void openPages() {
    clusterPage = stage.clusterPage("viewer");
    fleetPage = clusterPage.context().newPage();
    fleetPage.navigate(stage.console().url() + "/fleet");
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

    stage.lab().run("kill", dead);

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

    stage.lab().run("start", dead);
    cluster.awaitWhole();
    assertThat(row(clusterPage, dead)).containsText("Replica", within(SOON));
    assertThat(row(clusterPage, dead)).containsText("streaming", within(SOON));
    assertThat(sentence()).containsText("In order: " + heir + " leads", within(SOON));
    assertThat(fleet()).containsText("in order", within(SOON));
    clusterPage.navigate(stage.console().url() + "/clusters/lab/maincluster/history");
    assertThat(event(dead + " is back")).isVisible(visible(SOON));
    assertThat(event(heir + " took over from " + dead)).containsText("outside Bascule");
  }

  @Test
  void showsAnOldPrimaryThatTakesWritesWithoutItsPatroni() {
    var old = cluster.leader();
    clusterPage.evaluate(KEEP_EMPTY_SEATS);

    stage.lab().run("pkill-patroni", old);

    assertThat(clusterPage.locator(".topo-seat")).containsText("lock expires in", within(FAILOVER));
    clusterPage.waitForFunction(
        "() => window.emptySeats.length > 0",
        null,
        new Page.WaitForFunctionOptions().setTimeout(FAILOVER));
    assertThat(card(old)).containsText("writable outside Patroni", within(SOON));
    assertThat(card(old)).hasClass(Pattern.compile("\\bwritable\\b"));
    assertThat(anomaly("still-writable")).containsText(old + " is writable outside Patroni");
    await("another leader")
        .atMost(Duration.ofMillis((long) FAILOVER))
        .until(() -> !cluster.leader().isEmpty() && !cluster.leader().equals(old));
    var heir = cluster.leader();
    assertThat(clusterPage.locator(".topo-card.seated")).containsText(heir, within(SOON));
    assertThat(row(clusterPage, heir)).containsText("Leader", within(SOON));
    for (var seat : emptySeats()) {
      Assertions.assertThat(seat).contains("No leader").contains("no leader since");
      cluster
          .others(old)
          .forEach(
              other -> Assertions.assertThat(seat).containsPattern(other + "[^|]*can take over"));
    }
    // and it is so: an application that still reaches the old one could write to it
    Assertions.assertThat(cluster.sql(old, "select pg_is_in_recovery()")).isEqualTo("f");
    assertThat(anomaly("still-writable")).isVisible();
    assertThat(row(clusterPage, old)).containsText("writable outside Patroni");
    assertThat(fleet()).containsText(old + " is writable outside Patroni");

    cluster.startPatroni(old);
    cluster.awaitWhole();
    assertThat(sentence()).containsText("In order: " + heir + " leads", within(SOON));
  }

  /** What the open page showed whenever the seat was empty, in its order. */
  private List<String> emptySeats() {
    return ((List<?>) clusterPage.evaluate("() => window.emptySeats"))
        .stream().map(Object::toString).toList();
  }

  private Locator card(String member) {
    return clusterPage.locator(".topo-card[data-member='" + member + "']");
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

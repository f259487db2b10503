package dev.bascule.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A DBA asks for a switchover in a real browser, can't agree to it, an approver does; Patroni
 * carries it out on the real lab while an application writes, and the report says how long writes
 * were interrupted.
 */
class SwitchoverScenario {
  private static final Pattern MEASURED =
      Pattern.compile("Writes interrupted\\s+([0-9.]+)[\\s\\u00a0\\u202f]s");

  @SuppressWarnings("NullAway.Init")
  private static Lab lab;

  @SuppressWarnings("NullAway.Init")
  private static Console console;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @BeforeAll
  static void open() {
    lab = Lab.ready();
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

  @Test
  void goesFromRequestToMeasuredOutcome() {
    var leader = leader();
    var candidate =
        lab.nodes().stream().filter(node -> !node.equals(leader)).findFirst().orElseThrow();
    var historyBefore = history();
    try (var writer = Writer.start(lab)) {
      await("the application to write")
          .atMost(Duration.ofSeconds(20))
          .until(() -> writer.count() > 50);
      var dba = browser.signIn(console, "dba");
      ask(dba, candidate);
      assertThat(dba.getByText("somebody else has to agree").isVisible()).isTrue();
      assertThat(button(dba, "Approve").count()).isZero();

      var approver = browser.signIn(console, "approver");
      approver.navigate(dba.url());
      tickReservations(approver);
      button(approver, "Approve").click();

      // no reload: the DBA's page follows by itself
      button(dba, "Start").waitFor();
      var started = Instant.now();
      button(dba, "Start").click();
      dba.locator(".outcome p")
          .getByText("leads, and")
          .waitFor(new Locator.WaitForOptions().setTimeout(90_000));

      assertThat(leader()).isEqualTo(candidate);
      assertThat(history().lines().count()).isEqualTo(historyBefore.lines().count() + 1);
      var felt = writer.longestGap(started);
      assertThat(measured(dba)).isCloseTo(felt, Duration.ofMillis(400));
    }
  }

  private void ask(Page dba, String candidate) {
    dba.navigate(console.url() + "/changes/new/switchover/lab/maincluster?candidate=" + candidate);
    await("a host that can run it")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              dba.reload();
              dba.locator(".verdict").waitFor();
              return !dba.locator(".verdict").innerText().contains("Not possible");
            });
    tickReservations(dba);
    dba.locator("vaadin-text-area textarea").fill("The leader's host gets a new kernel");
    button(dba, "Ask for it").click();
    dba.waitForURL(Pattern.compile(".*/changes/\\d+$"));
    dba.locator(".answers").waitFor();
  }

  private static void tickReservations(Page page) {
    page.locator(".verdict").waitFor();
    page.locator(".sheet vaadin-checkbox input").all().forEach(Locator::check);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static Duration measured(Page page) {
    var report = page.locator(".outcome").innerText();
    var match = MEASURED.matcher(report);
    assertThat(match.find()).as(report).isTrue();
    return Duration.ofMillis(Math.round(Double.parseDouble(match.group(1)) * 1000));
  }

  private static String leader() {
    return lab.run("etcdctl", "get", "--print-value-only", "/service/maincluster/leader").strip();
  }

  private static String history() {
    return lab.ssh(
        lab.nodes().getFirst(),
        "pglift",
        "instance",
        "exec",
        "main",
        "--",
        "patronictl",
        "history");
  }
}

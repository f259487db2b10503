package dev.bascule.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The operations besides switchover, asked for in a real browser, agreed to by somebody else and
 * carried out on the real lab; each is confirmed on the hosts by patronictl and psql.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartScenario {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @SuppressWarnings("NullAway.Init")
  private static Lab lab;

  @SuppressWarnings("NullAway.Init")
  private static Console console;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @SuppressWarnings("NullAway.Init")
  private static Page dba;

  @SuppressWarnings("NullAway.Init")
  private static Page approver;

  @BeforeAll
  static void open() {
    lab = Lab.ready();
    console = Console.start(lab);
    browser = Browser.launch();
    dba = browser.signIn(console, "dba");
    approver = browser.signIn(console, "approver");
    dba.setDefaultTimeout((double) PATIENCE.toMillis());
    approver.setDefaultTimeout((double) PATIENCE.toMillis());
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
  @Order(1)
  void pausesRemindsAndResumes() {
    carryOut("pause", "storage is moved", "The cluster is paused");
    assertThat(patronictl("list")).contains("Maintenance mode: on");
    dba.navigate(console.url() + "/fleet");
    dba.getByText(Pattern.compile("maincluster is paused by .*storage is moved")).waitFor();

    carryOut("resume", "the storage was moved", "The cluster is resumed");
    assertThat(patronictl("list")).doesNotContain("Maintenance mode");
  }

  @Test
  @Order(2)
  void restartsWhatWaitsForItUntilNothingIsPending() {
    int before = Integer.parseInt(psql(lab.nodes().getFirst(), "show max_connections"));
    int wanted = before + 1;
    patronictl("edit-config", "-p", "max_connections=" + wanted, "--force");
    await("the members to say that a restart is pending")
        .atMost(Duration.ofSeconds(40))
        .until(() -> patronictl("list", "-f", "json").split("\"Pending restart\"", -1).length == 4);
    var started = lab.nodes().stream().map(RestartScenario::startedAt).toList();

    carryOut("restart", "max_connections", "Restarted and well again");

    assertThat(lab.nodes().stream().map(RestartScenario::startedAt).toList())
        .doesNotContainAnyElementsOf(started);
    assertThat(patronictl("list", "-f", "json")).doesNotContain("Pending restart");
    for (String node : lab.nodes()) {
      assertThat(psql(node, "show max_connections")).isEqualTo(Integer.toString(wanted));
    }
  }

  @Test
  @Order(3)
  void reloadsAndCancelsARestartThatPatroniKeeps() {
    String replica = replica();
    String loaded = psql(replica, "select pg_conf_load_time()");
    carryOut("reload", "a new certificate", "The configuration was loaded again");
    assertThat(psql(replica, "select pg_conf_load_time()")).isNotEqualTo(loaded);

    patronictl("restart", "maincluster", replica, "--scheduled", "2099-01-01T00:00+00", "--force");
    await("the member to publish it")
        .atMost(Duration.ofSeconds(30))
        .until(() -> patronictl("list", "-e").contains("2099"));
    carryOut("restart-cancel", "not needed any more", "No restart is scheduled");
    assertThat(patronictl("list", "-e")).doesNotContain("2099");
  }

  @Test
  @Order(4)
  void rebuildsAReplicaAfterItsClustersNameWasTyped() {
    String replica = replica();
    String started = startedAt(replica);
    carryOut("reinitialize?member=" + replica, "its disk was changed", "was rebuilt and streams");
    assertThat(startedAt(replica)).isNotEqualTo(started);
    assertThat(psql(replica, "select pg_is_in_recovery()")).isEqualTo("t");
  }

  /** From the form to the outcome, by two people. */
  private static void carryOut(String form, String reason, String outcome) {
    String path = form.contains("?") ? form.substring(0, form.indexOf('?')) : form;
    String query = form.substring(path.length());
    ask("/changes/new/" + path + "/lab/maincluster" + query, reason);
    approver.navigate(dba.url());
    tickReservations(approver);
    button(approver, "Approve").click();
    button(dba, "Start").waitFor();
    button(dba, "Start").click();
    dba.locator(".outcome p")
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout((double) PATIENCE.toMillis()));
    assertThat(dba.locator(".outcome").innerText()).contains(outcome);
  }

  private static void ask(String path, String reason) {
    dba.navigate(console.url() + path);
    await("hosts that can run it")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              dba.reload();
              dba.locator(".verdict").waitFor();
              return !dba.locator(".verdict").innerText().contains("Not possible");
            });
    tickReservations(dba);
    dba.locator("vaadin-text-area textarea").fill(reason);
    button(dba, "Ask for it").click();
    Locator typed = dba.locator("vaadin-dialog input");
    if (path.contains("reinitialize")) {
      typed.fill("maincluster");
      button(dba.locator("vaadin-dialog"), "Ask for it").click();
    }
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

  private static Locator button(Locator inside, String name) {
    return inside.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name)).first();
  }

  private static String replica() {
    String leader =
        lab.run("etcdctl", "get", "--print-value-only", "/service/maincluster/leader").strip();
    return lab.nodes().stream().filter(node -> !node.equals(leader)).toList().getLast();
  }

  private static String startedAt(String node) {
    return psql(node, "select pg_postmaster_start_time()");
  }

  private static String psql(String node, String question) {
    return new MainCluster(lab).sql(node, question);
  }

  private static String patronictl(String... words) {
    return lab.patronictl(lab.nodes().getFirst(), words);
  }
}

package dev.bascule.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.bascule.patroni.Lsn;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The console doesn't see its DCS: it says so, whose trouble it is, and catches up without a gap.
 */
class OutOfSightScenario {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What the banner must not take longer than. */
  private static final Duration PROMISED = Duration.ofSeconds(5);

  private static final double SOON = 30_000;

  @SuppressWarnings("NullAway.Init")
  private static Stage stage;

  @SuppressWarnings("NullAway.Init")
  private static MainCluster cluster;

  @SuppressWarnings("NullAway.Init")
  private Page page;

  @BeforeAll
  static void open() {
    stage = Stage.set();
    cluster = stage.cluster();
  }

  @BeforeEach
  void look() {
    page = stage.clusterPage("dba");
    assertThat(page.locator(".sentence")).containsText("In order", within(SOON));
    assertThat(ask()).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(SOON));
  }

  @AfterEach
  void mend() {
    page.context().close();
    cluster.restore();
  }

  @Test
  void saysThatOnlyTheConsoleIsCutOffAndCatchesUpAfterACompaction() {
    var leader = cluster.leader();
    var replica = cluster.others(leader).getFirst();
    var dba = stage.pages("dba");
    var asked = dba.askSwitchover("maincluster", replica, "The leader's host gets a new kernel");
    stage.pages("approver").approve(asked);
    dba.button("Start").waitFor();

    var cutAt = cutEtcd();
    assertThat(banner()).containsText("out of sight", within(10_000));
    var seenAt = Instant.now();
    Assertions.assertThat(Duration.between(cutAt, seenAt)).isLessThan(PROMISED);
    assertThat(banner()).containsText("the console is cut off", within(SOON));
    assertThat(ask()).isDisabled();
    assertThat(page.locator(".ask-why")).containsText("The DCS is out of sight");
    assertThat(dba.button("Start")).isDisabled();
    assertThat(dba.page().locator(".answers")).containsText("The DCS is out of sight");
    Assertions.assertThat(cluster.leader()).isEqualTo(leader);

    // meanwhile the world goes on, and etcd forgets how
    cluster.patronictl(
        leader, "switchover", "maincluster", "--leader", leader, "--candidate", replica, "--force");
    await(replica + " leads")
        .atMost(Duration.ofSeconds(60))
        .until(() -> cluster.leader().equals(replica));
    cluster.awaitWhole();
    stage.lab().run("etcdctl", "compact", Long.toString(cluster.revision()));

    stage.lab().nodes().forEach(node -> stage.lab().run("heal", node));
    assertThat(banner()).not().containsText("out of sight", within(SOON));
    assertThat(page.locator("tr#member-" + replica)).containsText("Leader", within(SOON));
    assertEqualToEtcdsOwnDump();
    assertThat(ask()).isEnabled();
    // what was agreed to before is held against what is true now
    dba.start();
    dba.awaitState("Voided", Duration.ofSeconds(30));
  }

  @Test
  void tellsALostQuorumAndThatFailsafeHolds() {
    var leader = cluster.leader();
    var others = cluster.others(leader);
    cluster.patronictl(leader, "edit-config", "--force", "-s", "failsafe_mode=true");
    try {
      await("the leader to write down who is in failsafe")
          .atMost(Duration.ofSeconds(40))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () ->
                  !stage
                      .lab()
                      .run("etcdctl", "get", "--print-value-only", "/service/maincluster/failsafe")
                      .isBlank());
      others.forEach(node -> stage.lab().run("freeze-etcd", node));
      assertThat(banner()).containsText("has lost its quorum", within(SOON));
      assertThat(ask()).isDisabled();
      assertThat(banner()).containsText("failsafe holds", within(60_000));
      assertThat(page.locator(".anomaly[data-code=failsafe-active]"))
          .containsText(leader, within(SOON));
      Assertions.assertThat(cluster.sql(leader, "select pg_is_in_recovery()")).isEqualTo("f");
    } finally {
      others.forEach(node -> stage.lab().run("thaw-etcd", node));
      cluster.awaitWhole();
      cluster.patronictl(cluster.leader(), "edit-config", "--force", "-s", "failsafe_mode=null");
    }
    assertThat(page.locator(".sentence")).containsText("In order: " + leader, within(60_000));
  }

  /** Silence from every etcd to the console, without an error; they go on seeing each other. */
  private static Instant cutEtcd() {
    var at = Instant.now();
    for (var node : stage.lab().nodes()) {
      stage.lab().run("cut", node, "etcd");
      at = Instant.now();
    }
    return at;
  }

  /** Every member key of etcd, held against what the console's API says. */
  private static void assertEqualToEtcdsOwnDump() {
    await("the console's state and etcd's own dump to be equal")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              var dump = dump();
              var said = JSON.readTree(stage.console().api("/api/v1/clusters/lab/maincluster"));
              Assertions.assertThat(told(said)).isEqualTo(dump);
            });
  }

  private static Map<String, String> dump() {
    var facts = new TreeMap<String, String>();
    facts.put("leader", cluster.leader());
    for (var node : stage.lab().nodes()) {
      var member =
          JSON.readTree(
              stage
                  .lab()
                  .run(
                      "etcdctl",
                      "get",
                      "--print-value-only",
                      "/service/maincluster/members/" + node));
      facts.put(
          node,
          member.path("timeline").asString()
              + " "
              + (member.has("replication_state")
                  ? member.path("replication_state").asString()
                  : member.path("state").asString())
              + " "
              + member.path("receive_lsn").asString());
    }
    return facts;
  }

  private static Map<String, String> told(JsonNode cluster) {
    var facts = new TreeMap<String, String>();
    facts.put("leader", cluster.path("leader").asString());
    for (var member : cluster.path("members")) {
      facts.put(
          member.path("name").asString(),
          member.path("timeline").asString()
              + " "
              + member.path("state").asString()
              + " "
              + Lsn.parse(member.path("receiveLsn").asString())
                  .map(Lsn::value)
                  .map(String::valueOf)
                  .orElse(""));
    }
    return facts;
  }

  private Locator banner() {
    return page.locator(".banners");
  }

  private Locator ask() {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch over to…"));
  }

  private static LocatorAssertions.ContainsTextOptions within(double millis) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
  }
}

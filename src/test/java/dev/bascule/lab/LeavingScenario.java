package dev.bascule.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Members of a cluster of its own on the lab's hosts leave it, for a while and for good; each is
 * confirmed on the hosts by pglift, and in etcd.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeavingScenario {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String INSTANCE = "leaving";
  private static final String CLUSTER = "leavingcluster";
  private static final String KEYS = "/service/" + CLUSTER + "/";
  private static final String MEMBERS = KEYS + "members/";

  private final Stage stage = Stage.set();
  private final Lab lab = stage.lab();

  @BeforeAll
  static void deploy() {
    var lab = Lab.ready();
    lab.run("deploy", "--instance", INSTANCE, "--port", "5434", "--api-port", "8010");
    // a member's key outlives it by this
    for (var setting : List.of("loop_wait=5", "retry_timeout=5", "ttl=20")) {
      lab.ssh(
          lab.nodes().getFirst(),
          "pglift",
          "instance",
          "exec",
          INSTANCE,
          "--",
          "patronictl",
          "edit-config",
          "--set",
          setting,
          "--force");
    }
  }

  /** Whatever is left of it, so that the next scenarios find the lab as it was. */
  @AfterAll
  static void clear() {
    var lab = Stage.set().lab();
    lab.nodes().parallelStream()
        .forEach(
            node ->
                lab.attempt(
                    "ssh", node, "pglift", "--non-interactive", "instance", "drop", INSTANCE));
    lab.attempt("etcdctl", "del", "--prefix", KEYS);
    lab.nodes()
        .forEach(
            node -> lab.attempt("exec", node, "sh", "-c", "rm -f /etc/patroni/" + CLUSTER + "-*"));
  }

  @Test
  @Order(1)
  void aReplicaIsStoppedAndStartedAgain() {
    var replica = replica();
    var dba = stage.pages("dba");
    carryOut(dba, "instance-stop", replica, replica + " is stopped");
    assertThat(lab.run("etcdctl", "get", "--keys-only", MEMBERS + replica)).isBlank();
    assertThat(instances(replica)).containsPattern("\"leaving\"[^}]*\"not_running\"");

    carryOut(dba, "instance-start", replica, replica + " runs and streams");
    assertThat(lab.run("etcdctl", "get", "--print-value-only", MEMBERS + replica))
        .contains("\"replication_state\":\"streaming\"");
    dba.leave();
  }

  @Test
  @Order(2)
  void aReplicaIsDroppedAndExpectedNoMore() {
    var replica = replica();
    var dba = stage.pages("dba");
    drop(dba, replica, "The instance of " + replica + " is deleted");
    assertThat(instances(replica)).doesNotContain("\"leaving\"").contains("\"main\"");
    assertThat(lab.ssh(replica, "ls", "-A", "/pgdata/15/leaving")).isBlank();
    assertThat(lab.ssh(replica, "ls", "/etc/patroni")).doesNotContain("leaving");
    assertThat(lab.run("etcdctl", "get", "--keys-only", MEMBERS + replica)).isBlank();
    await("the member to be expected no more")
        .atMost(Duration.ofSeconds(30))
        .until(() -> !stage.console().api("/api/v1/clusters/lab/" + CLUSTER).contains(replica));
    dba.leave();
  }

  /** One after the other, the leader last; then what they leave in etcd. */
  @Test
  @Order(3)
  void theClusterIsRemoved() {
    var dba = stage.pages("dba");
    drop(dba, replica(leader()), "is deleted");
    var last = leader();
    drop(dba, last, "the last member, is deleted");
    assertThat(lab.run("etcdctl", "get", "--keys-only", "--prefix", KEYS)).contains("/config");
    assertThat(lab.ssh(last, "ls", "-l", "/etc/patroni"))
        .containsPattern("-rw-------.*" + CLUSTER + "-" + last + "-[0-9.]+yaml")
        .doesNotContainPattern("-rw-r.*" + CLUSTER);

    dba.open("cluster-remove/lab/" + CLUSTER + "?member=" + last);
    finish(
        dba,
        dba.typeAndAsk("Ask for it", CLUSTER, "nobody needs it any more"),
        "Nothing of " + CLUSTER + " is left in the DCS");
    assertThat(lab.run("etcdctl", "get", "--keys-only", "--prefix", KEYS)).isBlank();
    assertThat(lab.patronictl(last, "list", CLUSTER)).contains("(uninitialized)");
    dba.leave();
  }

  private void drop(ChangePages dba, String member, String outcome) {
    dba.open("instance-drop/lab/" + CLUSTER + "?member=" + member);
    finish(dba, dba.typeAndAsk("Ask for it", member, "its host is given back"), outcome);
  }

  private void carryOut(ChangePages dba, String form, String member, String outcome) {
    dba.open(form + "/lab/" + CLUSTER + "?member=" + member);
    var asked = dba.askHere("its host gets another disk");
    finish(dba, asked, outcome);
  }

  private void finish(ChangePages dba, String asked, String outcome) {
    var approver = stage.pages("approver");
    approver.approve(asked);
    approver.leave();
    dba.start();
    dba.awaitState("Succeeded", PATIENCE);
    assertThat(dba.outcome()).containsText(outcome);
  }

  private String leader() {
    return lab.run("etcdctl", "get", "--print-value-only", KEYS + "leader").strip();
  }

  private String replica() {
    var leader = leader();
    return lab.nodes().stream().filter(node -> !node.equals(leader)).toList().getLast();
  }

  /** One that still has its key. */
  private String replica(String leader) {
    return lab.run("etcdctl", "get", "--keys-only", "--prefix", MEMBERS)
        .lines()
        .filter(key -> key.startsWith(MEMBERS))
        .map(key -> key.substring(MEMBERS.length()))
        .filter(node -> !node.equals(leader))
        .findFirst()
        .orElseThrow();
  }

  private String instances(String node) {
    return lab.ssh(node, "pglift", "instance", "list", "-o", "json");
  }
}

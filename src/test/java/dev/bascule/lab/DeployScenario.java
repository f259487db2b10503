package dev.bascule.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A cluster on two hosts gets its third member from the browser; psql and etcd confirm it. */
class DeployScenario {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String INSTANCE = "joining";
  private static final String CLUSTER = "joiningcluster";
  private static final String KEYS = "/service/" + CLUSTER + "/";

  private final Stage stage = Stage.set();
  private final Lab lab = stage.lab();

  @BeforeAll
  static void deploy() {
    var lab = Lab.ready();
    lab.run(
        "deploy",
        "--instance",
        INSTANCE,
        "--port",
        "5436",
        "--api-port",
        "8012",
        lab.nodes().get(0),
        lab.nodes().get(1));
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
  void aHostThatHasNoneOfItJoinsTheCluster() {
    var newcomer = lab.nodes().get(2);
    var dba = stage.pages("dba");
    dba.open("member-add/lab/" + CLUSTER + "?host=" + newcomer);
    var asked = dba.askHere("a third copy of the data");
    var approver = stage.pages("approver");
    approver.approve(asked);
    approver.leave();
    dba.start();
    dba.awaitState("Succeeded", PATIENCE);
    assertThat(dba.outcome()).containsText(newcomer + " is a member and streams");
    dba.leave();

    assertThat(lab.run("etcdctl", "get", "--print-value-only", KEYS + "members/" + newcomer))
        .contains("\"replication_state\":\"streaming\"");
    assertThat(lab.ssh(newcomer, "psql", "-p", "5436", "-XqAtc", "'select pg_is_in_recovery()'"))
        .isEqualToIgnoringWhitespace("t");
    keepsPasswordsToItself(newcomer);
  }

  /** The job's directory and pglift's audit log know none of the passwords that were sent. */
  private void keepsPasswordsToItself(String newcomer) {
    var search =
        """
        import os, re, sys
        text = open("/etc/patroni/15-%s.yaml").read()
        secrets = set(re.findall(r"password: *['\\"]?([^'\\"\\n]+)", text))
        assert len(secrets) >= 3, "no passwords to look for"
        for top in ("/pgdata/log", os.path.expanduser("~/.local/state/bascule/jobs")):
            for place, _, files in os.walk(top):
                for name in files:
                    kept = open(os.path.join(place, name), errors="replace").read()
                    if any(secret in kept for secret in secrets):
                        print(os.path.join(place, name))
        """
            .formatted(INSTANCE);
    assertThat(lab.ssh(newcomer, "python3", "-c", quoted(search))).isBlank();
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}

package dev.bascule.lab;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** patronictl in a terminal on one of the lab's hosts: what others do beside the console. */
final class Patronictl {
  private static final String CLUSTER = "maincluster";
  private final Lab lab;

  Patronictl(Lab lab) {
    this.lab = lab;
  }

  /** Runs it on the first host that answers. */
  String run(String... words) {
    return lab.patronictl(lab.nodes().getFirst(), words);
  }

  /** Who holds the leader key; empty when nobody does. */
  String leader() {
    return lab.run("etcdctl", "get", "--print-value-only", "/service/" + CLUSTER + "/leader")
        .strip();
  }

  /** The members that don't lead, by name. */
  List<String> replicas() {
    var leader = leader();
    return lab.nodes().stream().filter(node -> !node.equals(leader)).toList();
  }

  /** Hands over to a member and waits until all stream again. */
  void switchover(String candidate) {
    run("switchover", CLUSTER, "--leader", leader(), "--candidate", candidate, "--force");
    Assertions.assertEquals(candidate, leader());
    awaitHealthy();
  }

  /** Waits until one leads and the others stream from it on its timeline. */
  void awaitHealthy() {
    await("a healthy cluster")
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              var list = run("list", "-f", "tsv");
              return list.lines().filter(line -> line.contains("\tstreaming\t")).count()
                      == lab.nodes().size() - 1
                  && list.lines().filter(line -> line.contains("\tLeader\t")).count() == 1
                  && list.lines().skip(1).map(line -> line.split("\t")[5]).distinct().count() == 1;
            });
  }

  /** How many directories of jobs there are on all hosts: one for each step that was ever sent. */
  int jobDirectories() {
    return lab.nodes().stream()
        .mapToInt(
            node ->
                (int)
                    lab.ssh(node, "sh", "-c", "ls ~/.local/state/bascule/jobs 2>/dev/null || true")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .count())
        .sum();
  }
}

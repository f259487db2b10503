package dev.bascule.lab;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lab's cluster as etcd and a DBA's terminal on its hosts have it, beside Bascule. */
final class MainCluster {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PREFIX = "/service/maincluster/";
  private final Lab lab;

  MainCluster(Lab lab) {
    this.lab = lab;
  }

  /** Who holds the leader key; empty when nobody does. */
  String leader() {
    return lab.run("etcdctl", "get", "--print-value-only", PREFIX + "leader").strip();
  }

  List<String> others(String node) {
    return lab.nodes().stream().filter(other -> !other.equals(node)).toList();
  }

  /** What {@code patronictl} prints on a host. */
  String patronictl(String node, String... words) {
    return lab.patronictl(node, words);
  }

  /** The members as {@code patronictl list} has them. */
  JsonNode list(String node) {
    return JSON.readTree(patronictl(node, "list", "-f", "json"));
  }

  /** The revision of etcd itself. */
  long revision() {
    var answer =
        JSON.readTree(lab.run("etcdctl", "get", "-w", "json", "--keys-only", PREFIX + "leader"));
    return answer.get("header").get("revision").longValue();
  }

  /** SQL on a host's own PostgreSQL, as its superuser. */
  String sql(String node, String statement) {
    return lab.ssh(node, "psql", "-XqAtc", "\"" + statement + "\"").strip();
  }

  /** Starts Patroni of the instance where it doesn't run. */
  void startPatroni(String node) {
    systemctl(node, "start");
  }

  void stopPatroni(String node) {
    systemctl(node, "stop");
  }

  private void systemctl(String node, String verb) {
    lab.ssh(
        node,
        "XDG_RUNTIME_DIR=/run/user/$(id -u) systemctl --user "
            + verb
            + " pglift-patroni@15-main.service");
  }

  /** Ends a pause, if there is one. */
  void endPause() {
    if (patronictl(leader(), "list").contains("Maintenance mode: on")) {
      patronictl(leader(), "resume", "--wait");
    }
  }

  /** Whether one leads and both others stream on its timeline, by what they publish. */
  boolean whole() {
    var answer =
        lab.attempt("etcdctl", "get", "--prefix", "--print-value-only", PREFIX + "members/");
    var leader = leader();
    if (answer.exit() != 0 || leader.isEmpty()) {
      return false;
    }
    var members =
        answer.output().lines().filter(line -> line.startsWith("{")).map(JSON::readTree).toList();
    return members.size() == lab.nodes().size()
        && members.stream().filter(MainCluster::leads).count() == 1
        && members.stream().map(member -> member.path("timeline").asInt()).distinct().count() == 1
        && members.stream().allMatch(member -> leads(member) || streams(member));
  }

  private static boolean leads(JsonNode member) {
    var role = member.path("role").asString();
    return role.equals("primary") || role.equals("master");
  }

  private static boolean streams(JsonNode member) {
    return member.path("replication_state").asString().equals("streaming");
  }

  void awaitWhole() {
    await("the cluster whole again: " + PREFIX)
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(this::whole);
  }

  /** Undoes whatever a scenario did to the hosts, so that the next one finds them as they were. */
  void restore() {
    lab.nodes().parallelStream().forEach(this::restore);
    awaitWhole();
  }

  private void restore(String node) {
    lab.attempt("start", node);
    lab.attempt("heal", node);
    lab.attempt("thaw-etcd", node);
    lab.attempt(
        "ssh",
        node,
        "XDG_RUNTIME_DIR=/run/user/$(id -u) systemctl --user start pglift-patroni@15-main.service");
  }
}

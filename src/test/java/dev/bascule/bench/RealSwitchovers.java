package dev.bascule.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Real switchovers of the lab's cluster by patronictl. Who writes the leader key is Patroni, so the
 * moment from which it counts is when the bench's own watch heard of it: a few milliseconds late.
 */
final class RealSwitchovers {
  private static final String CLUSTER = "maincluster";
  private static final long LIMIT = 90_000;
  private final BenchLab lab;
  private final Account account;
  private final Tabs tabs;
  private final String person;

  /** What the watch heard. */
  private record Heard(String leader, double at) {}

  RealSwitchovers(BenchLab lab, Account account, Tabs tabs, String person) {
    this.lab = lab;
    this.account = account;
    this.tabs = tabs;
    this.person = person;
  }

  Map<String, Object> run(int count) throws Exception {
    LeaderBench.say("%d real switchovers of %s", count, CLUSTER);
    var result = new LinkedHashMap<String, Object>();
    result.put("loadBefore", Machine.load());
    var raw = new ArrayList<Map<String, Object>>();
    var heard = new LinkedBlockingQueue<Heard>();
    var node = lab.nodes().getLast();
    var leader = leader();
    try (var page = tabs.watchCluster(person, "lab", CLUSTER);
        var watch =
            account.watch(
                "/service/" + CLUSTER + "/leader",
                value -> heard.add(new Heard(value, Moments.now())));
        var terminal = Terminal.open(lab, node, CLUSTER, "-w", "1")) {
      terminal.await(leader, LIMIT);
      for (int i = 0; i < count; i++) {
        var candidate = lab.nodes().get((lab.nodes().indexOf(leader) + 1) % lab.nodes().size());
        raw.add(one(leader, candidate, page, heard, terminal));
        leader = candidate;
        settle();
      }
    }
    result.put("raw", raw);
    result.put("loadAfter", Machine.load());
    return result;
  }

  private Map<String, Object> one(
      String leader,
      String candidate,
      com.microsoft.playwright.Page page,
      LinkedBlockingQueue<Heard> heard,
      Terminal terminal)
      throws Exception {
    heard.clear();
    var one = new LinkedHashMap<String, Object>();
    var began = Moments.now();
    var command =
        lab.patronictl(
                lab.nodes().getFirst(),
                "switchover",
                CLUSTER,
                "--leader",
                leader,
                "--candidate",
                candidate,
                "--force")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var seen = Tabs.await(page, candidate, LIMIT);
    var shown = terminal.await(candidate, LIMIT);
    if (!command.waitFor(LIMIT, TimeUnit.MILLISECONDS) || command.exitValue() != 0) {
      throw new IllegalStateException("patronictl switchover failed");
    }
    @Nullable Heard taken = null;
    for (var next : List.copyOf(heard)) {
      if (next.leader().equals(candidate) && taken == null) {
        taken = next;
      }
    }
    if (taken == null) {
      throw new IllegalStateException("the watch did not hear that " + candidate + " leads");
    }
    one.put("from", leader);
    one.put("to", candidate);
    one.put("command to leader key", Moments.rounded(taken.at() - began));
    one.put("leader key to cluster page", Moments.rounded(seen - taken.at()));
    one.put("leader key to " + terminal.what(), Moments.rounded(shown - taken.at()));
    return one;
  }

  private String leader() throws Exception {
    var table =
        BenchLab.output(lab.patronictl(lab.nodes().getFirst(), "list", "-f", "tsv", CLUSTER));
    return table
        .lines()
        .map(line -> line.split("\t"))
        .filter(row -> row.length > 3 && row[3].equals("Leader"))
        .map(row -> row[1])
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(table));
  }

  /** Until everybody streams again, so that the next candidate may lead. */
  private void settle() throws Exception {
    var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT);
    while (true) {
      var table =
          BenchLab.output(lab.patronictl(lab.nodes().getFirst(), "list", "-f", "tsv", CLUSTER));
      if (table.lines().filter(line -> line.contains("\tstreaming\t")).count() == 2) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the cluster did not settle: " + table);
      }
      TimeUnit.SECONDS.sleep(2);
    }
  }
}

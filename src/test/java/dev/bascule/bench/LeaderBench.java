package dev.bascule.bench;

import com.microsoft.playwright.Page;
import dev.bascule.bench.Options.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * How soon open pages show another leader, beside what {@code patronictl list} shows meanwhile.
 *
 * <p>Arguments: what {@code lab env} printed, the console's process id, its credentials' file, the
 * file for the results, then options.
 */
final class LeaderBench {
  private static final int WARM_UP = 10;
  private static final long LIMIT = 20_000;
  private static final String DCS = "lab";

  private final BenchLab lab;
  private final ConsoleUnderTest console;
  private final Options options;
  private final Tabs tabs;
  private final String prefix =
      "bench-" + Long.toString(Math.floorMod(System.nanoTime(), 1_000_000L), 36);
  private final Account account;
  private final Random random = new Random();
  private final List<String> failures = new ArrayList<>();
  private int missed;
  private final Map<String, Object> results = new LinkedHashMap<>();

  private LeaderBench(BenchLab lab, ConsoleUnderTest console, Options options) throws Exception {
    this.lab = lab;
    this.console = console;
    this.options = options;
    this.account = new Account(lab, "/service/" + prefix);
    Runtime.getRuntime().addShutdownHook(new Thread(account::close, "clean-up"));
    this.tabs = new Tabs(console.url(), console.passwords());
  }

  public static void main(String[] words) throws Exception {
    try {
      var lab = BenchLab.read(Path.of(words[0]));
      var console = ConsoleUnderTest.of(Long.parseLong(words[1]), Path.of(words[2]));
      var file = Path.of(words[3]);
      var options = Options.of(java.util.Arrays.copyOfRange(words, 4, words.length));
      var bench = new LeaderBench(lab, console, options);
      try {
        bench.run();
      } finally {
        Files.writeString(
            file,
            JsonMapper.builder()
                .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(bench.results));
        bench.tabs.close();
      }
      System.out.print(Summary.of(bench.results));
      bench.failures.forEach(failure -> System.err.println("bench: " + failure));
      System.exit(bench.failures.isEmpty() ? 0 : 1);
    } catch (BenchLab.Refused | IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(2);
    }
  }

  private void run() throws Exception {
    results.put("machine", Machine.facts(lab, tabs));
    results.put("options", options.toString());
    var cluster = new MadeCluster(account, prefix + "-0000");
    cluster.create().get(LIMIT, TimeUnit.MILLISECONDS);
    appear(1);
    var pages = new LinkedHashMap<String, Page>();
    pages.put("cluster page", tabs.watchCluster(console.people().getFirst(), DCS, cluster.name()));
    pages.put("fleet page", tabs.watchFleet(console.people().getFirst(), cluster.name()));
    part(Part.SMALL, () -> small(cluster, pages));
    part(
        Part.SWITCHOVERS,
        () ->
            results.put(
                "switchovers",
                new RealSwitchovers(lab, account, tabs, console.people().getFirst())
                    .run(options.switchovers())));
    part(Part.LARGE, () -> large(cluster, pages));
  }

  /** What is to be measured in one part. */
  private interface Measuring {
    void run() throws Exception;
  }

  /** One part's failure doesn't take the others' figures away. */
  private void part(Part part, Measuring measuring) throws InterruptedException {
    if (!options.parts().contains(part)) {
      return;
    }
    try {
      measuring.run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      failures.add(part + ": " + e);
      results.put("failures", failures);
    }
  }

  private void small(MadeCluster cluster, Map<String, Page> pages) throws Exception {
    var node = lab.nodes().getLast();
    say(
        "the small fleet: %d changes beside patronictl list -w 1 and -W on %s",
        options.changes(), node);
    try (var everySecond = Terminal.open(lab, node, cluster.name(), "-w", "1");
        var usual = Terminal.open(lab, node, cluster.name(), "-W")) {
      everySecond.await(cluster.leader(), LIMIT);
      usual.await(cluster.leader(), LIMIT);
      results.put("small fleet", measure(cluster, pages, List.of(everySecond, usual), 2_000));
    }
  }

  private void large(MadeCluster cluster, Map<String, Page> pages) throws Exception {
    say("the large fleet: writing %d clusters", options.clusters());
    var crowd = new Crowd(account, prefix, options.clusters());
    crowd.create();
    appear(options.clusters() + 1);
    say("opening tabs: %d in all", options.tabs());
    var others = new ArrayList<Page>();
    for (int i = pages.size(); i < options.tabs(); i++) {
      var person = console.people().get(i % console.people().size());
      others.add(
          i % 2 == 0
              ? tabs.openAmongOthers(person, "fleet")
              : tabs.openAmongOthers(person, "clusters/" + DCS + "/" + crowd.names().get(i)));
    }
    say("%d changes a second, and %d leader changes to be seen", options.rate(), options.changes());
    crowd.begin(options.rate(), options.leadersEach());
    try (crowd) {
      crowd.count();
      var works = new LinkedHashMap<String, Tabs.Work>();
      pages.forEach((name, page) -> works.put(name, new Tabs.Work(page)));
      others.forEach(page -> works.put(works.size() + " " + page.url(), new Tabs.Work(page)));
      var result = measure(cluster, pages, List.of(), 300);
      var used = new LinkedHashMap<String, Object>();
      works.forEach((name, work) -> used.put(name, work.percent()));
      result.put("processorPercentOfTabs", used);
      result.put("changesEachSecond", Moments.rounded(crowd.rate()));
      result.put("failedWrites", crowd.failed());
      result.put("tabs", options.tabs());
      result.put("clusters", options.clusters() + 2);
      var otherFleet = others.stream().filter(page -> page.url().endsWith("/fleet")).findFirst();
      if (otherFleet.isPresent()) {
        result.put("dom of another fleet page", Tabs.dom(otherFleet.get()));
      }
      results.put("large fleet", result);
    }
  }

  private Map<String, Object> measure(
      MadeCluster cluster, Map<String, Page> pages, List<Terminal> terminals, int pauseMillis)
      throws Exception {
    var result = new LinkedHashMap<String, Object>();
    var skews = new LinkedHashMap<String, Object>();
    pages.forEach((name, page) -> skews.put(name, Moments.rounded(Tabs.skew(page))));
    result.put("clockSkewMillis", skews);
    result.put("loadBefore", Machine.load());
    missed = 0;
    var raw = new ArrayList<Map<String, Object>>();
    result.put("raw", raw);
    long cpu = 0;
    var began = 0L;
    for (int i = -WARM_UP; i < options.changes(); i++) {
      if (i == 0) {
        cpu = console.cpuMillis();
        began = System.nanoTime();
      }
      var one = change(cluster, pages, terminals);
      if (i >= 0) {
        raw.add(one);
      }
      TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(pauseMillis));
      cluster.settle().get(LIMIT, TimeUnit.MILLISECONDS);
      TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(pauseMillis));
    }
    var seconds = (System.nanoTime() - began) / 1e9;
    result.put("consoleProcessors", Moments.rounded((console.cpuMillis() - cpu) / 1e3 / seconds));
    result.put("loadAfter", Machine.load());
    var figures = new LinkedHashMap<String, Object>();
    raw.getFirst().keySet().stream()
        .filter(key -> !key.equals("t0") && !key.equals("to"))
        .forEach(
            key ->
                figures.put(
                    key,
                    Moments.figures(
                        raw.stream()
                            .map(
                                one ->
                                    ((Number) Objects.requireNonNull(one.get(key))).doubleValue())
                            .toList())));
    result.put("figures", figures);
    result.put("notShown", missed);
    var dom = new LinkedHashMap<String, Object>();
    pages.forEach((name, page) -> dom.put(name, Tabs.dom(page)));
    result.put("dom", dom);
    result.put("consoleMemory", console.memory());
    return result;
  }

  /** One change: milliseconds from just before the put. */
  private Map<String, Object> change(
      MadeCluster cluster, Map<String, Page> pages, List<Terminal> terminals) throws Exception {
    var change = cluster.nextLeader();
    var one = new LinkedHashMap<String, Object>();
    var t0 = Moments.now();
    var put = account.write(cluster.name(), change.keys());
    one.put("t0", t0);
    one.put("to", change.to());
    put.get(LIMIT, TimeUnit.MILLISECONDS);
    one.put("etcd put", Moments.rounded(Moments.now() - t0));
    for (var page : pages.entrySet()) {
      one.put(page.getKey(), shown(page.getValue(), change.to(), t0));
    }
    for (var terminal : terminals) {
      one.put(terminal.what(), Moments.rounded(terminal.await(change.to(), LIMIT) - t0));
    }
    return one;
  }

  /** A page that doesn't show it at all counts with the limit, and is told of. */
  private double shown(Page page, String leader, double t0) {
    try {
      return Moments.rounded(Tabs.await(page, leader, LIMIT) - t0);
    } catch (com.microsoft.playwright.PlaywrightException e) {
      missed++;
      say("not shown within %d ms: %s", LIMIT, String.valueOf(e.getMessage()).lines().findFirst());
      return LIMIT;
    }
  }

  /** Waits until the console has seen that many clusters of the bench. */
  private void appear(int count) throws Exception {
    var deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (console.clustersNamed(prefix) < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the console shows %d of %d clusters".formatted(console.clustersNamed(prefix), count));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  @com.google.errorprone.annotations.FormatMethod
  static void say(String text, Object... values) {
    System.out.printf(
        "%tT  %s%n", java.time.LocalTime.now(java.time.ZoneOffset.UTC), text.formatted(values));
  }
}

package dev.bascule.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Open pages in a real Chromium; each person has one session with any number of tabs. */
final class Tabs implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private final Playwright playwright;
  private final Browser chromium;
  private final String url;
  private final Map<String, String> passwords;
  private final Map<String, BrowserContext> people = new HashMap<>();
  private final String observer = observer();

  /**
   * @param passwords by person
   */
  Tabs(String url, Map<String, String> passwords) {
    this.url = url;
    this.passwords = passwords;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(FLAGS));
  }

  String version() {
    return chromium.version();
  }

  /** A signed-in page at an address, in front in a window of its own. */
  Page open(String person, String path) {
    var page = signIn(person).newPage();
    page.navigate(url + "/" + path);
    return page;
  }

  /**
   * One more tab of a person who looks at one of them: the first opened is in front. Playwright has
   * every page say that it is visible; those behind say here what a browser would have them say.
   */
  Page openAmongOthers(String person, String path) {
    var first = !people.containsKey(person);
    var page = people.computeIfAbsent(person, this::signIn).newPage();
    if (!first) {
      page.addInitScript(
          "Object.defineProperty(Document.prototype, 'hidden', {get: () => true});"
              + "Object.defineProperty(Document.prototype, 'visibilityState', {get: () => 'hidden'});");
    }
    page.navigate(url + "/" + path);
    return page;
  }

  /** A page of a cluster whose leader changes are noted in the page itself. */
  Page watchCluster(String person, String dcs, String cluster) {
    var page = open(person, "clusters/" + dcs + "/" + cluster);
    page.locator(".overview table.data-table tbody tr").first().waitFor();
    page.evaluate(observer, Map.of("kind", "cluster", "cluster", cluster));
    return page;
  }

  /** The fleet's page with a cluster looked for, so that others' troubles don't push it out. */
  Page watchFleet(String person, String cluster) {
    var page = open(person, "fleet?q=" + cluster);
    page.locator("vaadin-grid.fleet-grid a.mono")
        .getByText(cluster, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
        .waitFor();
    page.evaluate(observer, Map.of("kind", "fleet", "cluster", cluster));
    return page;
  }

  /**
   * Waits until a page shows a leader.
   *
   * @return when its DOM first did, by the page's clock, in milliseconds since 1970
   */
  static double await(Page page, String leader, long limitMillis) {
    var at =
        page.evaluate(
            "([leader, limit]) => window.benchLeader.until(leader, limit)",
            List.of(leader, (int) limitMillis));
    return ((Number) Objects.requireNonNull(at)).doubleValue();
  }

  /** How many rows a page's grid has in the DOM, and how many elements the page. */
  static Map<String, Object> dom(Page page) {
    return Map.of(
        "gridRows",
        page.evaluate(
            "() => document.querySelector('vaadin-grid.fleet-grid')?.shadowRoot"
                + ".querySelectorAll('#items tr').length ?? 0"),
        "elements",
        page.evaluate("() => document.querySelectorAll('*').length"),
        "heapBytes",
        page.evaluate("() => performance.memory?.usedJSHeapSize ?? 0"));
  }

  /**
   * By how much a page's clock is ahead of this program's, in milliseconds; at least this close.
   */
  static double skew(Page page) {
    var best = Double.MAX_VALUE;
    var skew = 0.0;
    for (int i = 0; i < 10; i++) {
      var before = Moments.now();
      var there =
          ((Number)
                  Objects.requireNonNull(
                      page.evaluate("() => performance.timeOrigin + performance.now()")))
              .doubleValue();
      var after = Moments.now();
      if (after - before < best) {
        best = after - before;
        skew = there - (before + after) / 2;
      }
    }
    return skew;
  }

  private BrowserContext signIn(String person) {
    var context =
        chromium.newContext(
            new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900));
    context.setDefaultTimeout(60_000);
    var page = context.newPage();
    page.navigate(url + "/login");
    page.locator("input[name=username]").fill(person);
    page.locator("input[name=password]").fill(Objects.requireNonNull(passwords.get(person)));
    page.locator("input[name=password]").press("Enter");
    page.waitForURL(address -> !address.contains("/login"));
    page.close();
    return context;
  }

  private static String observer() {
    try (var in = Tabs.class.getResourceAsStream("/bench/observer.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  /** What a page's main thread uses of a processor from now on, as Chromium counts it. */
  static final class Work {
    private final boolean hidden;
    private final com.microsoft.playwright.CDPSession session;
    private final long began = System.nanoTime();

    Work(Page page) {
      hidden = (Boolean) page.evaluate("() => document.hidden");
      session = page.context().newCDPSession(page);
      session.send("Performance.enable");
    }

    /** Percent of one processor since then: all tasks, and of these scripts, styles and layout. */
    Map<String, Object> percent() {
      var seconds = (System.nanoTime() - began) / 1e9;
      var percent = new java.util.TreeMap<String, Object>(Map.of("hidden", hidden));
      for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
        var name = metric.getAsJsonObject().get("name").getAsString();
        if (List.of("TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
            .contains(name)) {
          var value = metric.getAsJsonObject().get("value").getAsDouble();
          percent.put(name, Moments.rounded(100 * value / seconds));
        }
      }
      session.detach();
      return percent;
    }
  }
}

package dev.bascule.lab;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium; each person has a context, and so a session, of their own. */
final class Browser implements AutoCloseable {
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
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright) {
    this.playwright = playwright;
    this.chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(FLAGS));
  }

  static Browser launch() {
    return new Browser(
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
  }

  /** A signed-in page of a person, 1440×900, in English. */
  Page signIn(Console console, String person) {
    return signIn(console, person, "en-GB", 1440, 900, ColorScheme.LIGHT);
  }

  /** A page of nobody who is known. */
  Page stranger() {
    return chromium.newContext().newPage();
  }

  Page signIn(
      Console console, String person, String locale, int width, int height, ColorScheme scheme) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(locale)
                .setColorScheme(scheme)
                .setViewportSize(width, height));
    var page = context.newPage();
    page.navigate(console.url() + "/login");
    page.locator("input[name=username]").fill(person);
    page.locator("input[name=password]").fill(ScenarioFiles.password(person));
    page.locator("input[name=password]").press("Enter");
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}

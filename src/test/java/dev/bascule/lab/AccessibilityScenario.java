package dev.bascule.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every page there is, looked at by axe-core, and for texts that are missing in a language. */
class AccessibilityScenario {
  private static final Set<String> ENFORCED = Set.of("serious", "critical");

  /** Those that need no sign-in; they are looked at by their own test. */
  private static final Set<String> DOORS = Set.of("login", "setup", "");

  /** What stands in for the parameters of an address, with data that the lab has. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "changes/:id", "changes/1",
          "dcs/:name", "dcs/lab",
          "hosts/:name", "hosts/srv-pg1");

  private final Stage stage = Stage.set();

  @ParameterizedTest
  @CsvSource({"LIGHT, en-GB, 1440, 900", "DARK, fr-FR, 390, 844"})
  void noPageHasASeriousViolation(ColorScheme scheme, String locale, int width, int height) {
    var violations = new ArrayList<String>();
    var dba = stage.browser().signIn(stage.console(), "dba", locale, width, height, scheme);
    askForSomething(dba);
    var admin = stage.browser().signIn(stage.console(), "admin", locale, width, height, scheme);
    for (var address : addresses()) {
      var page = address.startsWith("admin") ? admin : dba;
      page.navigate(stage.console().url() + "/" + address);
      page.locator("h1").first().waitFor();
      violations.addAll(violations(page, address));
      assertThat(page.content())
          .as("a text that is missing on " + address)
          .doesNotContainPattern("![a-z]+\\.[a-z][a-z.-]+!");
    }
    dba.context().close();
    admin.context().close();
    assertThat(violations).isEmpty();
  }

  @Test
  void neitherHasTheDoor() {
    var page = stage.browser().stranger();
    page.navigate(stage.console().url() + "/login");
    page.locator("input[name=password]").waitFor();
    assertThat(violations(page, "login")).isEmpty();
  }

  /** A change to look at: the pages of changes are empty on a new console. */
  private void askForSomething(Page page) {
    page.navigate(stage.console().url() + "/changes/1");
    if (!page.url().endsWith("/changes/1") || page.locator(".verdict").count() == 0) {
      var candidate = new Patronictl(stage.lab()).replicas().getFirst();
      stage.pages("dba").askSwitchover("maincluster", candidate, "To be looked at");
    }
  }

  private static List<String> violations(Page page, String address) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> ENFORCED.contains(rule.getImpact().toLowerCase(Locale.ROOT)))
            .map(rule -> "/%s: %s".formatted(address, said(rule)))
            .toList();
  }

  private static String said(Rule rule) {
    var where =
        rule.getNodes().stream()
            .limit(3)
            .map(node -> node.getTarget() + " " + node.getHtml())
            .toList();
    return rule.getId() + " " + rule.getHelp() + " " + where;
  }

  private static Set<String> addresses() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
    var addresses = new TreeSet<String>();
    for (var found : scanner.findCandidateComponents("dev.bascule")) {
      try {
        var route = Class.forName(found.getBeanClassName()).getAnnotation(Route.class).value();
        if (!DOORS.contains(route)) {
          addresses.add(example(route));
        }
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    addresses.add("clusters/lab/maincluster/history");
    addresses.add("clusters/lab/maincluster/changes");
    assertThat(addresses).contains("fleet", "audit", "changes/1", "hosts/srv-pg1");
    return addresses;
  }

  private static String example(String route) {
    var known = EXAMPLES.get(route);
    if (known != null) {
      return known;
    }
    var address =
        route
            .replace(":dcs/:cluster/:tab?", "lab/maincluster")
            .replace(":dcs/:cluster", "lab/maincluster")
            .replace(":dcs", "lab")
            .replace(":cluster", "maincluster")
            .replace(":member", "srv-pg2");
    assertThat(address).as("an example for the page " + route).doesNotContain(":");
    return address;
  }
}

package dev.bascule.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.bascule.lab.Counter.Count;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The console dies as by {@code kill -9} between every two states of a switchover on the real lab.
 * Within a minute of being up again there is an outcome, and the hosts themselves have counted at
 * most one command.
 *
 * <p>The tests share one console and one lab; the order saves starts, and nothing else depends on
 * it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashScenario {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @SuppressWarnings("NullAway.Init")
  private static Lab lab;

  @SuppressWarnings("NullAway.Init")
  private static MainCluster cluster;

  @SuppressWarnings("NullAway.Init")
  private static Mortal mortal;

  @SuppressWarnings("NullAway.Init")
  private static Changes changes;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @SuppressWarnings("NullAway.Init")
  private static Crew crew;

  @SuppressWarnings("NullAway.Init")
  private static Counter counter;

  @SuppressWarnings("NullAway.Init")
  private Count before;

  @BeforeAll
  static void open() {
    lab = Lab.ready();
    cluster = new MainCluster(lab);
    counter = new Counter(lab);
    mortal = Mortal.born(lab, "AFTER_REQUESTED");
    changes = new Changes(mortal.console());
    browser = Browser.launch();
    crew = new Crew(browser, mortal, cluster);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (mortal != null) {
      mortal.console().close();
    }
    if (counter != null) {
      counter.close();
    }
  }

  @BeforeEach
  void count() {
    cluster.awaitWhole();
    before = counter.count();
  }

  @Test
  @Order(1)
  void whatPeopleSaidIsKeptAndTheIntentAloneExecutesNothing() {
    mortal.upTo("AFTER_REQUESTED");
    var dba = crew.form();
    dba.fill(Crew.REASON);
    mortal.diesOf(() -> dba.tryTo("Ask for it"));
    dba.leave();

    mortal.upTo("AFTER_APPROVED");
    var change = changes.newest();
    assertThat(changes.state(change)).isEqualTo("REQUESTED");
    var approver = crew.member("approver");
    approver.look(change);
    mortal.diesOf(approver::tryToApprove);
    approver.leave();

    mortal.upTo("AFTER_CLAIMED");
    assertThat(changes.state(change)).isEqualTo("APPROVED");
    crew.startAndSeeItDie(change);

    // the claim alone is given back: it can be started again
    mortal.upTo("AFTER_DISPATCHING");
    assertThat(changes.state(change)).isEqualTo("APPROVED");
    crew.startAndSeeItDie(change);

    mortal.upTo("BEFORE_START");
    assertThat(changes.outcome(change, MINUTE)).isEqualTo("FAILED");
    assertThat(counter.count().since(before)).isEqualTo(Count.of(0));
  }

  @Test
  @Order(2)
  void onItsWayToTheHostItIsExecutedOnceOrProvenNeverToBe() {
    mortal.upTo("BEFORE_START");
    var expected = new LinkedHashMap<String, Integer>();
    expected.put("BEFORE_START", 0);
    expected.put("JOB_HALF_SENT", 0);
    expected.put("JOB_MADE", 0);
    expected.put("AFTER_START", 1);
    // what is agreed to stays so while nothing happens to the cluster
    var agreed = crew.agreed(expected.size()).iterator();
    var next =
        Stream.concat(expected.keySet().stream().skip(1), Stream.of(Mortal.NOWHERE)).iterator();
    for (Map.Entry<String, Integer> here : expected.entrySet()) {
      var change = agreed.next();
      crew.startAndSeeItDie(change);
      mortal.upTo(next.next());
      assertThat(changes.outcome(change, MINUTE))
          .as(here.getKey())
          .isEqualTo(here.getValue() == 0 ? "FAILED" : "SUCCEEDED");
      assertThat(counter.count().since(before))
          .as(here.getKey())
          .isEqualTo(Count.of(here.getValue()));
    }
  }

  @Test
  @Order(3)
  void whoeverTakesItUpWhileItRunsMayDieTooAndItStaysOne() {
    mortal.upTo(Mortal.NOWHERE);
    var change = crew.agreed(1).getFirst();
    crew.startAndWatch(change);
    mortal.console().kill();
    assertThat(counter.count().since(before)).as("cut half-way").isEqualTo(new Count(1, 1, 0));

    mortal.diesAgain("AFTER_OBSERVING");
    mortal.diesAgain("BEFORE_OUTCOME");
    mortal.diesAgain("AFTER_OUTCOME");
    mortal.upTo(Mortal.NOWHERE);
    assertThat(changes.outcome(change, MINUTE)).isEqualTo("SUCCEEDED");
    assertThat(counter.count().since(before)).isEqualTo(Count.of(1));
    var viewer = crew.member("viewer");
    viewer.page().navigate(change);
    viewer.page().getByText("counted, 12 of 12").first().waitFor();
    viewer.leave();
  }

  @Test
  @Order(4)
  void askedToEndInTheMiddleItEndsSoonAndTheNextOneFindsTheOutcome() {
    mortal.upTo(Mortal.NOWHERE);
    var change = crew.agreed(1).getFirst();
    crew.startAndWatch(change);
    mortal.console().terminate(Duration.ofSeconds(30));

    mortal.upTo("AFTER_DISPATCHING");
    assertThat(changes.outcome(change, MINUTE)).isEqualTo("SUCCEEDED");
    assertThat(counter.count().since(before)).isEqualTo(Count.of(1));
  }

  @Test
  @Order(5)
  void onlyWhereTheHostsCannotBeAskedItIsUnknownUntilSomebodySays() {
    mortal.upTo("AFTER_DISPATCHING");
    var change = crew.agreed(1).getFirst();
    crew.startAndSeeItDie(change);
    lab.nodes().forEach(node -> lab.run("cut", node, "ssh"));
    try {
      mortal.upTo(Mortal.NOWHERE);
      assertThat(changes.outcome(change, MINUTE)).isEqualTo("UNKNOWN");
    } finally {
      lab.nodes().forEach(node -> lab.run("heal", node));
    }
    assertThat(counter.count().since(before)).isEqualTo(Count.of(0));

    var dba = crew.member("dba");
    dba.page().navigate(change);
    var panel = dba.page().locator(".unknown-outcome");
    panel.locator("textarea").fill("No job on any host, and the leader is the same");
    panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("It didn’t")).click();
    dba.page().getByText("No job on any host").first().waitFor();
    // the cluster is free again
    crew.openForm(dba);
    dba.leave();
    assertThat(changes.state(change)).isEqualTo("UNKNOWN");
  }

  @Test
  @Order(6)
  void theAuditLogHoldsAfterAllThat() {
    mortal.upTo(Mortal.NOWHERE);
    assertThat(Verify.of(mortal.console()).output()).contains("The audit log holds");
  }
}

package dev.bascule.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A DBA asks for a switchover in a real browser, can't agree to it, an approver does; Patroni
 * carries it out on the real lab while an application writes, and the report says how long writes
 * were interrupted. The audit log holds, and whoever changes it is found out.
 */
class SwitchoverScenario {
  private static final Pattern MEASURED =
      Pattern.compile("Writes interrupted\\s+([0-9.]+)[\\s\\u00a0\\u202f]s");

  private final Stage stage = Stage.set();
  private final Patronictl patronictl = new Patronictl(stage.lab());

  @Test
  void goesFromRequestToMeasuredOutcome() {
    patronictl.awaitHealthy();
    var candidate = patronictl.replicas().getFirst();
    var changesBefore = patronictl.run("history", "-f", "tsv").lines().count();
    try (var writer = Writer.start(stage.lab())) {
      await("the application to write")
          .atMost(Duration.ofSeconds(20))
          .until(() -> writer.count() > 50);
      var dba = stage.pages("dba");
      var address =
          dba.askSwitchover("maincluster", candidate, "The leader's host gets a new kernel");
      assertThat(dba.page().getByText("somebody else has to agree").isVisible()).isTrue();
      assertThat(dba.button("Approve").count()).isZero();

      stage.pages("approver").approve(address);

      // no reload: the DBA's page follows by itself
      dba.button("Start").waitFor();
      var started = Instant.now();
      dba.start();
      dba.outcome()
          .getByText("leads, and")
          .waitFor(new Locator.WaitForOptions().setTimeout(90_000));

      assertThat(patronictl.leader()).isEqualTo(candidate);
      assertThat(patronictl.run("history", "-f", "tsv").lines().count())
          .isEqualTo(changesBefore + 1);
      assertThat(measured(dba.page()))
          .as("the report beside what the application felt")
          .isCloseTo(writer.longestGap(started), Duration.ofMillis(300));
    }
    assertThat(Verify.of(stage.console()).output()).contains("The audit log holds");
  }

  @Test
  void findsOutWhoeverChangesTheAuditLog() {
    stage.pages("viewer");
    var copy = Verify.copyOf(stage.console());
    assertThat(copy.run().exit()).isZero();

    copy.tamper(
        "update audit_entry set actor_name = 'x' || substring(actor_name, 2) where seq = 3");
    assertThat(copy.run().output()).contains("broken at entry 3: it was changed");

    copy = Verify.copyOf(stage.console());
    copy.tamper("delete from audit_entry where seq = 2");
    assertThat(copy.run().output()).contains("broken at entry 2: it is missing");

    copy = Verify.copyOf(stage.console());
    copy.tamper(
        """
        insert into audit_entry select max(seq) + 1, max(at), 'PERSON', min(actor_id), 'mallory', '',
          'switchover.approved', 'cluster', 'lab/maincluster', 'maincluster', 'production', 'DONE',
          '{}', max(hash), max(hash) from audit_entry\
        """);
    var added = copy.run();
    assertThat(added.exit()).isEqualTo(1);
    assertThat(added.output()).containsPattern("broken at entry \\d+: ");
  }

  private static Duration measured(Page page) {
    var report = page.locator(".outcome").first().innerText();
    var match = MEASURED.matcher(report);
    assertThat(match.find()).as(report).isTrue();
    return Duration.ofMillis(Math.round(Double.parseDouble(match.group(1)) * 1000));
  }
}

package dev.bascule.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody at a terminal changes the cluster between the approval and the start. */
class VoidedScenario {
  private static final Duration SOON = Duration.ofSeconds(30);
  private final Stage stage = Stage.set();
  private final Patronictl patronictl = new Patronictl(stage.lab());

  @BeforeEach
  void healthy() {
    patronictl.awaitHealthy();
  }

  @Test
  void sendsNothingWhenAnotherLeadsByThen() {
    var leader = patronictl.leader();
    var candidate = patronictl.replicas().getFirst();
    var other = patronictl.replicas().getLast();
    var dba = agreed(candidate);
    var sentBefore = patronictl.jobDirectories();

    patronictl.switchover(other);
    dba.start();
    dba.awaitState("Voided", SOON);

    assertThat(dba.outcome().innerText())
        .contains("Leader: it was " + leader + ", now it is " + other)
        .contains("Nothing was sent");
    assertThat(dba.page().locator(".steps").count()).isZero();
    assertThat(patronictl.jobDirectories()).isEqualTo(sentBefore);
    assertThat(patronictl.leader()).isEqualTo(other);
    assertThat(dba.page().getByText("Ask again with today’s facts").first().isVisible()).isTrue();
  }

  @Test
  void sendsNothingWhenTheLeaderWentAndCameBack() {
    var leader = patronictl.leader();
    var candidate = patronictl.replicas().getFirst();
    var dba = agreed(candidate);
    var sentBefore = patronictl.jobDirectories();

    patronictl.switchover(patronictl.replicas().getLast());
    patronictl.switchover(leader);
    dba.start();
    dba.awaitState("Voided", SOON);

    assertThat(dba.outcome().innerText()).contains("The leader’s reign").contains("Timeline");
    assertThat(patronictl.jobDirectories()).isEqualTo(sentBefore);
    assertThat(patronictl.leader()).isEqualTo(leader);
  }

  @Test
  void runsWhenOnlySomebodysWorkMemChanged() {
    var candidate = patronictl.replicas().getFirst();
    var dba = agreed(candidate);

    patronictl.run(
        "edit-config",
        "maincluster",
        "--force",
        "-s",
        "postgresql.parameters.work_mem=" + (4 + System.nanoTime() % 60) + "MB");
    dba.page().reload();
    dba.page()
        .locator(".check-amber")
        .getByText("Dynamic configuration since it was asked")
        .waitFor();
    dba.start();
    dba.awaitState("Succeeded", Duration.ofSeconds(90));

    assertThat(patronictl.leader()).isEqualTo(candidate);
  }

  /** Asked for by one and agreed to by another; the page of who asked, ready to start. */
  private ChangePages agreed(String candidate) {
    var dba = stage.pages("dba");
    var address = dba.askSwitchover("maincluster", candidate, "kernel update");
    stage.pages("approver").approve(address);
    dba.button("Start").waitFor();
    return dba;
  }
}

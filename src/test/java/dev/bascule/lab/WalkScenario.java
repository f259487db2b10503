package dev.bascule.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same switchover by keyboard alone, on a French phone, and by dragging a card. */
class WalkScenario {
  private static final Pattern CHANGE = Pattern.compile(".*/changes/\\d+$");
  private static final Pattern FORM = Pattern.compile(".*/changes/new/switchover/.*");
  private static final int MOST_TABS = 200;
  private final Stage stage = Stage.set();
  private final Patronictl patronictl = new Patronictl(stage.lab());

  @BeforeEach
  void healthy() {
    patronictl.awaitHealthy();
  }

  @Test
  void walksByKeyboardAlone() {
    var candidate = patronictl.replicas().getFirst();
    var dba = stage.browser().signIn(stage.console(), "dba");
    openCluster(dba);
    tabTo(dba, "[data-member]");
    dba.keyboard().press("Home");
    for (int at = 0; at < 5 && !focusIsOn(dba, "[data-member='" + candidate + "']"); at++) {
      dba.keyboard().press("ArrowDown");
    }
    dba.keyboard().press("s");
    dba.waitForURL(FORM);
    awaitPossible(dba);
    tickByKeyboard(dba);
    tabTo(dba, "textarea");
    dba.keyboard().type("By keyboard alone");
    tabTo(dba, "vaadin-button[theme~='primary']");
    dba.keyboard().press("Enter");
    dba.waitForURL(CHANGE);

    var approver = stage.browser().signIn(stage.console(), "approver");
    approver.navigate(stage.console().url() + "/changes");
    approver.locator("vaadin-grid-cell-content a").first().waitFor();
    // as in every grid: Tab to its rows, arrows to the cell, Enter to what is in it, Enter again
    tabTo(approver, "vaadin-grid");
    approver.keyboard().press("Tab");
    approver.keyboard().press("ArrowRight");
    approver.keyboard().press("Enter");
    assertThat(focusIsOn(approver, "vaadin-grid-cell-content a")).isTrue();
    approver.keyboard().press("Enter");
    approver.waitForURL(CHANGE);
    approver.locator(".verdict").waitFor();
    tickByKeyboard(approver);
    tabTo(approver, ".answers vaadin-button[theme~='primary']");
    approver.keyboard().press("Enter");
    approver.locator(".request-state").getByText("Approved").waitFor();

    dba.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start")).waitFor();
    tabTo(dba, ".answers vaadin-button[theme~='primary']");
    dba.keyboard().press("Enter");
    awaitOutcome(dba, "leads, and");
    assertThat(patronictl.leader()).isEqualTo(candidate);
  }

  @Test
  void walksInFrenchOnAPhone() {
    var candidate = patronictl.replicas().getFirst();
    var dba = phone("dba");
    openCluster(dba);
    dba.locator("[data-member='" + candidate + "']").click();
    dba.getByRole(
            AriaRole.MENUITEM,
            new Page.GetByRoleOptions().setName("Basculer vers " + candidate + "…"))
        .click();
    dba.waitForURL(FORM);
    awaitPossible(dba);
    tick(dba);
    dba.locator("vaadin-text-area textarea").first().fill("Depuis un téléphone");
    dba.locator(".change-form vaadin-button[theme~='primary']").click();
    dba.waitForURL(CHANGE);

    var approver = phone("approver");
    approver.navigate(dba.url());
    approver.locator(".verdict").waitFor();
    tick(approver);
    var approve = approver.locator(".answers vaadin-button[theme~='primary']");
    assertThat(approve.innerText()).contains(candidate + " devient leader de maincluster");
    assertThat(approve.boundingBox().height).as("a thumb's target, px").isGreaterThanOrEqualTo(44);
    approve.click();

    var start = dba.locator(".answers vaadin-button[theme~='primary']");
    await("the start button")
        .atMost(Duration.ofSeconds(30))
        .until(() -> start.count() == 1 && start.innerText().startsWith("Démarrer"));
    start.click();
    awaitOutcome(dba, "est leader, et");
    assertThat(dba.locator(".outcome").first().innerText()).contains("Écritures interrompues");
    assertThat(dba.content())
        .as("texts that have no French")
        .doesNotContainPattern("![a-z]+\\.[a-z][a-z.-]+!");
    var wide = dba.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    assertThat(((Number) wide).intValue()).as("px wider than the phone").isLessThanOrEqualTo(0);
    assertThat(patronictl.leader()).isEqualTo(candidate);
  }

  @Test
  void walksByDraggingACardToTheSeat() {
    var leader = patronictl.leader();
    var candidate = patronictl.replicas().getLast();
    var dba = stage.pages("dba");
    var page = dba.page();
    openCluster(page);
    var card = page.locator("[data-member='" + candidate + "']").boundingBox();
    var seat = page.locator("[data-member='" + leader + "']").boundingBox();
    page.mouse().move(card.x + card.width / 2, card.y + 12);
    page.mouse().down();
    page.mouse().move(card.x + card.width / 2 + 20, card.y - 20);
    page.mouse()
        .move(
            seat.x + seat.width / 2,
            seat.y + seat.height / 2,
            new com.microsoft.playwright.Mouse.MoveOptions().setSteps(12));
    page.mouse().up();
    page.waitForURL(FORM);
    assertThat(page.url()).contains("candidate=" + candidate);
    assertThat(patronictl.leader()).as("a drop opens the sheet and does nothing").isEqualTo(leader);

    var address = dba.askHere("Dragged to the seat");
    stage.pages("approver").approve(address);
    dba.button("Start").waitFor();
    dba.start();
    awaitOutcome(page, "leads, and");
    assertThat(patronictl.leader()).isEqualTo(candidate);
  }

  private Page phone(String person) {
    return stage.browser().signIn(stage.console(), person, "fr-FR", 390, 844, ColorScheme.LIGHT);
  }

  private void openCluster(Page page) {
    page.navigate(stage.console().url() + "/clusters/lab/maincluster");
    page.locator("[data-member]").first().waitFor();
  }

  private static void awaitOutcome(Page page, String words) {
    page.locator(".outcome p")
        .getByText(words)
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(120_000));
  }

  private static void awaitPossible(Page page) {
    page.locator(".verdict").waitFor();
    await("a sheet without a red check")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(
            () -> {
              if (page.locator(".sheet .check-red").count() == 0) {
                return true;
              }
              page.reload();
              page.locator(".verdict").waitFor();
              return false;
            });
  }

  private static void tick(Page page) {
    page.locator(".sheet vaadin-checkbox input").all().forEach(Locator::check);
  }

  private static void tickByKeyboard(Page page) {
    var open = ".sheet vaadin-checkbox:not([checked]) input";
    for (int left = page.locator(open).count(); left > 0; left--) {
      tabTo(page, open);
      page.keyboard().press("Space");
    }
  }

  private static void tabTo(Page page, String selector) {
    for (int at = 0; at < MOST_TABS; at++) {
      if (focusIsOn(page, selector)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab never reaches " + selector + " on " + page.url());
  }

  private static boolean focusIsOn(Page page, String selector) {
    return Boolean.TRUE.equals(
        page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector));
  }
}

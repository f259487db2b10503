package dev.bascule.lab;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.regex.Pattern;

/** The pages of changes as a person uses them. */
final class ChangePages {
  private static final Locator.ClickOptions BRIEFLY = new Locator.ClickOptions().setTimeout(2_000);
  private final Page page;
  private final Console console;

  private ChangePages(Page page, Console console) {
    this.page = page;
    this.console = console;
  }

  /** Signs somebody in. */
  static ChangePages of(Browser browser, Console console, String person) {
    return new ChangePages(browser.signIn(console, person), console);
  }

  Page page() {
    return page;
  }

  /** Fills the form for a switchover, asks, and returns the change's address. */
  String askSwitchover(String cluster, String candidate, String reason) {
    open("switchover/lab/%s?candidate=%s".formatted(cluster, candidate));
    return askHere(reason);
  }

  /**
   * Goes to an operation's form and waits until nothing stands against it: hosts and members are
   * looked at in rounds, so shortly after a change something may be missing.
   *
   * @param form its address below {@code /changes/new/}
   */
  void open(String form) {
    page.navigate(console.url() + "/changes/new/" + form);
    await("a sheet without a red check")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(
            () -> {
              page.reload();
              page.locator(".verdict").waitFor();
              return !page.locator(".verdict").innerText().contains("Not possible");
            });
  }

  /** On the form that is open: no CHECKPOINT first, which would be a command of its own. */
  void withoutCheckpoint() {
    page.getByLabel("CHECKPOINT").uncheck();
    page.locator(".sheet")
        .getByText("CHECKPOINT")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /** Asks on the form that is open, and returns the change's address. */
  String askHere(String reason) {
    press("Ask for it", reason);
    return awaitChange();
  }

  /**
   * The same where the cluster's name has to be typed first.
   *
   * @param button what is pressed, twice
   */
  String typeAndAsk(String button, String cluster, String reason) {
    press(button, reason);
    var dialog = page.locator("vaadin-dialog");
    dialog.locator("input").fill(cluster);
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
        .first()
        .click();
    return awaitChange();
  }

  private void press(String button, String reason) {
    fill(reason);
    button(button).click();
  }

  private String awaitChange() {
    page.waitForURL(Pattern.compile(".*/changes/\\d+$"));
    page.locator(".answers").first().waitFor();
    return page.url();
  }

  /** Fills the form that is open, up to the last click. */
  void fill(String reason) {
    tickReservations();
    page.locator("vaadin-text-area textarea").first().fill(reason);
  }

  /** Goes to a change. */
  void look(String address) {
    page.navigate(address);
    page.locator(".answers").first().waitFor();
  }

  /**
   * Opens a change, ticks what is to be ticked, and agrees; reads the sheet again, as a person
   * would, when the console answers that something moved meanwhile.
   */
  void approve(String address) {
    page.navigate(address);
    var approved = page.locator(".request-state").getByText("Approved");
    await("the approval")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(2))
        .ignoreExceptions()
        .until(
            () -> {
              if (approved.isVisible()) {
                return true;
              }
              tryToApprove();
              return false;
            });
  }

  /** Ticks what is to be ticked on the change that is open, and agrees if it can be agreed to. */
  void tryToApprove() {
    tickReservations();
    var approve = button("Approve");
    if (approve.isEnabled()) {
      approve.click(BRIEFLY);
    }
  }

  /** Starts what is agreed to. */
  void start() {
    button("Start").click();
  }

  /** Clicks what is there by now, or fails soon. */
  void tryTo(String button) {
    button(button).click(BRIEFLY);
  }

  /** Waits until the change stands there. */
  void awaitState(String word, Duration limit) {
    page.locator(".request-state")
        .getByText(word)
        .waitFor(new Locator.WaitForOptions().setTimeout((double) limit.toMillis()));
  }

  Locator outcome() {
    return page.locator(".outcome").first();
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  /** Ends the session of the browser, not that of the console. */
  void leave() {
    page.context().close();
  }

  private void tickReservations() {
    page.locator(".verdict").waitFor();
    page.locator(".sheet vaadin-checkbox input").all().forEach(Locator::check);
  }
}

package dev.bascule.lab;

import com.microsoft.playwright.Page;

/**
 * The lab, one console on it and one browser, shared by the scenarios that need no console of their
 * own; started by the first and ended with the tests.
 */
final class Stage {
  private static final class Holder {
    private static final Stage STAGE = new Stage();
  }

  private final Lab lab;
  private final Console console;
  private final Browser browser;

  private Stage() {
    lab = Lab.ready();
    console = Console.start(lab);
    browser = Browser.launch();
    Runtime.getRuntime().addShutdownHook(new Thread(console::close, "end of the stage"));
  }

  static Stage set() {
    return Holder.STAGE;
  }

  Lab lab() {
    return lab;
  }

  Console console() {
    return console;
  }

  Browser browser() {
    return browser;
  }

  /** The cluster on the lab, once it is whole. */
  MainCluster cluster() {
    var cluster = new MainCluster(lab);
    cluster.awaitWhole();
    return cluster;
  }

  /** The cluster's page in a new session of a person. */
  Page clusterPage(String person) {
    var page = browser.signIn(console, person);
    page.navigate(console.url() + "/clusters/lab/maincluster");
    return page;
  }

  /** Somebody signs in and goes to the pages of changes. */
  ChangePages pages(String person) {
    return ChangePages.of(browser, console, person);
  }
}

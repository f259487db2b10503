package dev.bascule.lab;

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

  /** Somebody signs in and goes to the pages of changes. */
  ChangePages pages(String person) {
    return ChangePages.of(browser, console, person);
  }
}

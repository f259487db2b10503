package dev.bascule.lab;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

/** A console that ends as by {@code kill -9} at a place of its own program that it is told. */
final class Mortal {
  /** None: it lives until somebody kills it. */
  static final String NOWHERE = "";

  private static final Duration LIFE = Duration.ofSeconds(90);
  private final Console console;
  private String place;

  private Mortal(Console console, String place) {
    this.console = console;
    this.place = place;
  }

  /** A new one, on data of its own. */
  static Mortal born(Lab lab, String place) {
    return new Mortal(Console.start(lab, settings(place)), place);
  }

  private static Map<String, String> settings(String place) {
    return place.isEmpty() ? Map.of() : Map.of("bascule.failpoint", place);
  }

  Console console() {
    return console;
  }

  /** It is up, and will die there; killed and started again where it has to be. */
  void upTo(String next) {
    if (console.alive() && place.equals(next)) {
      return;
    }
    if (console.alive()) {
      console.kill();
    }
    console.up(settings(next));
    place = next;
  }

  /** It comes up, takes up what was left, and dies there over it. */
  void diesAgain(String next) {
    console.launch(settings(next));
    console.awaitEnd(LIFE);
  }

  /** Somebody does this, again if need be, and it dies over it. */
  void diesOf(Runnable deed) {
    await("the console to die at " + place + ": " + console.data().resolve("console.log"))
        .atMost(LIFE)
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .until(
            () -> {
              if (console.alive()) {
                deed.run();
              }
              return !console.alive();
            });
  }
}

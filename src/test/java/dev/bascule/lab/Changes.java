package dev.bascule.lab;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The changes as the console's API tells them. */
final class Changes {
  private static final Set<String> OUTCOMES =
      Set.of("SUCCEEDED", "DEVIATED", "FAILED", "ABORTED_STALE", "UNKNOWN");
  private static final JsonMapper JSON = JsonMapper.shared();
  private final Console console;

  Changes(Console console) {
    this.console = console;
  }

  /** The page of the newest; fails when there is none. */
  String newest() {
    var change = JSON.readTree(console.api("/api/v1/changes?limit=1")).path("changes").path(0);
    if (change.isMissingNode()) {
      throw new IllegalStateException("there is no change");
    }
    return console.url() + "/changes/" + change.path("id").asLong();
  }

  /** Where a change stands. */
  String state(String page) {
    return change(page).path("change").path("state").asString("");
  }

  /** How a change ended, which it has to do by then. */
  String outcome(String page, Duration limit) {
    await("an outcome of " + page + ": " + console.data().resolve("console.log"))
        .atMost(limit)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> OUTCOMES.contains(state(page)));
    return state(page);
  }

  private JsonNode change(String page) {
    var id = page.substring(page.lastIndexOf('/') + 1);
    return JSON.readTree(console.api("/api/v1/changes/" + id));
  }
}

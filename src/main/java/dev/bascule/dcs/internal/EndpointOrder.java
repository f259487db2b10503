package dev.bascule.dcs.internal;

import dev.bascule.dcs.DcsTrouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoint is tried next, and when: in turn, each at most once a second, and where the
 * trouble is one that time won't mend, once in five seconds. One bad endpoint never delays another.
 */
final class EndpointOrder {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(5);

  private final List<String> endpoints;
  private final Map<String, Long> notBefore = new HashMap<>();
  private int turn;

  EndpointOrder(List<String> endpoints) {
    this.endpoints = endpoints;
  }

  /** Null when none may be tried yet. */
  @Nullable String next(long now) {
    for (var i = 0; i < endpoints.size(); i++) {
      var endpoint = endpoints.get((turn + i) % endpoints.size());
      var from = notBefore.get(endpoint);
      if (from == null || now - from >= 0) {
        turn = (turn + i) % endpoints.size();
        return endpoint;
      }
    }
    return null;
  }

  void worked(String endpoint) {
    notBefore.remove(endpoint);
  }

  /** The next in turn comes first; this one waits. */
  void failed(String endpoint, DcsTrouble trouble, long now) {
    notBefore.put(endpoint, now + pause(trouble).toNanos());
    turn = (endpoints.indexOf(endpoint) + 1) % endpoints.size();
  }

  private static Duration pause(DcsTrouble trouble) {
    return switch (trouble) {
      case UNTRUSTED_CA,
          EXPIRED,
          WRONG_NAME,
          KEY_MISMATCH,
          CLIENT_REFUSED,
          NO_PERMISSION,
          NAME_NOT_FOUND ->
          LATER;
      case REFUSED, QUORUM_LOST, TIMED_OUT, OTHER -> SOON;
    };
  }
}

package dev.bascule.access.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets the first of many like events through and holds the others back for a minute, so that
 * whoever knocks a thousand times a second doesn't fill the audit log.
 */
final class Damper {
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();
  private static final int MOST = 5_000;

  private final Map<String, Long> last =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST;
        }
      };

  /** Whether this one is to be told. */
  synchronized boolean first(String key) {
    long now = System.nanoTime();
    Long before = last.get(key);
    if (before != null && now - before < PAUSE) {
      return false;
    }
    last.put(key, now);
    return true;
  }
}

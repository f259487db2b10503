package dev.bascule.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line under the problems bell.
 *
 * @param subject what it is about, such as a cluster's name; shown as plain text
 * @param environment the environment it belongs to, if any; the filter looks at it
 * @param key the translation key of what is wrong
 * @param link where to look, a path inside the console without leading slash
 */
public record Problem(
    Tone tone,
    String subject,
    Optional<String> environment,
    String key,
    List<Object> args,
    Optional<Instant> since,
    String link) {
  /** Copies its arguments. */
  public Problem {
    args = List.copyOf(args);
  }
}

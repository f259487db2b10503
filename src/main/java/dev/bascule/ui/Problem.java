package dev.bascule.ui;

import java.time.Instant;
import java.util.Optional;

/**
 * One line under the problems bell.
 *
 * @param subject what it is about, such as a cluster's name; shown as plain text
 * @param environment the environment it belongs to, if any; the filter looks at it
 * @param text what is wrong, in the language of the person of this thread
 * @param link where to look, a path inside the console without leading slash
 */
public record Problem(
    Tone tone,
    String subject,
    Optional<String> environment,
    String text,
    Optional<Instant> since,
    String link) {}

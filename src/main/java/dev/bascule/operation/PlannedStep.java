package dev.bascule.operation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One stretch on a host's lane.
 *
 * @param code stable; its text is {@code operation.lane.<code>}
 * @param lane the host or member on whose lane it is
 * @param startsAfter expected, from the start
 * @param expected how long it is expected to take; null when there is no history yet
 * @param noReturn whether there is no way to stop from here on
 */
public record PlannedStep(
    String code,
    String lane,
    @Nullable Duration startsAfter,
    @Nullable Duration expected,
    boolean noReturn) {}

package dev.bascule.patroni;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A restart that a node keeps in memory for later.
 *
 * @param schedule the instant, or null when its text was not understood
 * @param text the instant as Patroni wrote it
 * @param onlyIfPending only if a restart is pending then
 * @param olderThan only if PostgreSQL is older than this version
 */
public record ScheduledRestart(
    @Nullable Instant schedule, String text, boolean onlyIfPending, @Nullable String olderThan) {}

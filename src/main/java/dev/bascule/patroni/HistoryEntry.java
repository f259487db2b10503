package dev.bascule.patroni;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a timeline, as in the {@code history} key.
 *
 * @param timeline the one that ended
 * @param lsn where it ended
 * @param reason PostgreSQL's own words
 * @param at when; null on old rows
 * @param newLeader who led then; null on old rows
 */
public record HistoryEntry(
    int timeline, Lsn lsn, String reason, @Nullable Instant at, @Nullable MemberName newLeader) {}

package dev.bascule.topology;

import dev.bascule.patroni.MemberName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the leader key.
 *
 * @param createRevision the DCS's revision when this reign began: another reign of the same member
 *     has another one
 * @param lease the lease whose end takes the key away
 * @param since since when it was seen to hold it; null when it already did at first sight
 * @param expiresAt when the lease ends unless it is renewed, as the DCS was asked; null when it
 *     wasn't
 */
public record LeaderSeat(
    MemberName name,
    long createRevision,
    long modRevision,
    long lease,
    @Nullable Instant since,
    @Nullable Instant expiresAt) {}

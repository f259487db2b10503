package dev.bascule.access.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to sign in, counted before the password is looked at.
 *
 * @param account the name as it was tried, cut
 * @param address where it came from, as it is counted
 * @param known whether the name signed in from there before: then only its own tries count
 * @param lockedUntil when it may be tried again; null if it may be tried now
 * @param lockBegins whether this very try was one too many
 */
record Attempt(
    String account,
    String address,
    boolean known,
    @Nullable Instant lockedUntil,
    boolean lockBegins) {
  boolean isRefused() {
    return lockedUntil != null;
  }
}

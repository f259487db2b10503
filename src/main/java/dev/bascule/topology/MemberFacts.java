package dev.bascule.topology;

import org.jspecify.annotations.Nullable;

/**
 * What was learned of a member from elsewhere than the DCS: its REST, or PostgreSQL over SSH.
 *
 * @param writability of an absent member's PostgreSQL
 * @param systemIdentifier of its data; null when not asked
 * @param watchdogFailed whether its watchdog can't be activated
 * @param failsafeActive whether it runs on without the DCS
 * @param apiUrlForeign whether its REST is said to be at an address that is no known host's
 */
public record MemberFacts(
    Presence.Writability writability,
    @Nullable String systemIdentifier,
    boolean watchdogFailed,
    boolean failsafeActive,
    boolean apiUrlForeign) {
  /** Nothing was learned. */
  public static final MemberFacts NONE =
      new MemberFacts(Presence.Writability.UNKNOWN, null, false, false, false);
}

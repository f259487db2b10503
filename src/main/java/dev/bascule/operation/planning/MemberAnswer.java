package dev.bascule.operation.planning;

import dev.bascule.patroni.Lsn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a member's Patroni answered when it was asked just now. */
public sealed interface MemberAnswer {
  /**
   * It answered.
   *
   * @param role Patroni's own word
   * @param state Patroni's own word
   * @param timeline 0 when unknown
   * @param location the place of one that takes writes; null otherwise
   * @param received of one that follows; null otherwise or when unknown
   * @param replayed of one that follows; null otherwise or when unknown
   * @param replayPaused whether replay is paused
   * @param replicationState such as {@code streaming}; null when it said none
   * @param systemIdentifier null when it said none
   * @param dcsLastSeen when it last heard of the DCS; null when it said nothing
   * @param pendingRestart whether settings wait for a restart
   * @param postmasterStartedAt when PostgreSQL was started; null when it said nothing
   * @param serverVersion such as 150020; 0 when unknown
   */
  record Answered(
      String role,
      String state,
      int timeline,
      @Nullable Lsn location,
      @Nullable Lsn received,
      @Nullable Lsn replayed,
      boolean replayPaused,
      @Nullable String replicationState,
      @Nullable String systemIdentifier,
      boolean watchdogFailed,
      boolean clusterUnlocked,
      boolean failsafeActive,
      @Nullable Instant dcsLastSeen,
      boolean pendingRestart,
      @Nullable Instant postmasterStartedAt,
      int serverVersion,
      Instant at)
      implements MemberAnswer {
    /** Whether PostgreSQL runs. */
    public boolean running() {
      return state.equals("running");
    }

    /** Whether it says that it leads. */
    public boolean primary() {
      return role.equals("primary") || role.equals("master") || role.equals("standby_leader");
    }
  }

  /**
   * It could not be asked.
   *
   * @param trouble a stable code, such as {@code TIMED_OUT}
   */
  record Silent(String trouble, Instant at) implements MemberAnswer {}
}

package dev.bascule.patroni.rest;

import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.PatroniRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a node says of itself at this moment. Untrusted text, each piece shortened to a bound.
 *
 * @param state Patroni's own words, such as {@code running}; {@code unknown} when it couldn't ask
 *     PostgreSQL
 * @param roleWord the role as written
 * @param timeline 0 when unknown
 * @param location the place of one that takes writes; null otherwise
 * @param received of one that follows; null otherwise or when unknown
 * @param replayed of one that follows; null otherwise or when unknown
 * @param replayPaused whether replay is paused
 * @param replicationState such as {@code streaming}; null when it said none
 * @param synchronous whether it is a sync or quorum standby
 * @param followers who replicates from it
 * @param paused whether it has seen that the cluster is paused
 * @param clusterUnlocked whether it sees that nobody holds the leader key
 * @param failsafeActive whether it runs on without the DCS
 * @param dcsLastSeen when it last heard of the DCS, by its own clock; null when it said nothing
 * @param systemIdentifier of its data; null when it said none
 * @param pendingRestart whether settings wait for a restart
 * @param watchdogFailed whether its watchdog can't be activated
 * @param postmasterStartedAt null when PostgreSQL doesn't answer
 * @param serverVersion such as 150020; 0 when unknown
 * @param patroniVersion null when it said none
 * @param scope the cluster it belongs to; null when it said none
 * @param name its own; null when it said none
 */
public record PatroniStatus(
    String state,
    PatroniRole role,
    String roleWord,
    int timeline,
    @Nullable Lsn location,
    @Nullable Lsn received,
    @Nullable Lsn replayed,
    boolean replayPaused,
    @Nullable String replicationState,
    boolean synchronous,
    List<Follower> followers,
    boolean paused,
    boolean clusterUnlocked,
    boolean failsafeActive,
    @Nullable Instant dcsLastSeen,
    @Nullable String systemIdentifier,
    boolean pendingRestart,
    boolean watchdogFailed,
    @Nullable Instant postmasterStartedAt,
    int serverVersion,
    @Nullable String patroniVersion,
    @Nullable String scope,
    @Nullable MemberName name) {
  /** Copies. */
  public PatroniStatus {
    followers = List.copyOf(followers);
  }

  /** Whether PostgreSQL runs there. */
  public boolean running() {
    return state.equals("running");
  }

  /** Whether it is a primary that runs, so that it takes writes. */
  public boolean takesWrites() {
    return role == PatroniRole.PRIMARY && running();
  }

  /** Whether a synchronous standby follows it, so that commits that wait are acknowledged. */
  public boolean followedSynchronously() {
    return followers.stream().anyMatch(Follower::synchronous);
  }

  /** The node that follows as {@code name}, if any. */
  public Optional<Follower> follower(MemberName name) {
    return followers.stream()
        .filter(follower -> follower.applicationName().equalsIgnoreCase(name.value()))
        .findFirst();
  }

  /**
   * A replication connection.
   *
   * @param state such as {@code streaming}
   * @param syncState {@code async}, {@code sync}, {@code quorum} or {@code potential}
   */
  public record Follower(String applicationName, String address, String state, String syncState) {
    boolean synchronous() {
      return state.equals("streaming") && (syncState.equals("sync") || syncState.equals("quorum"));
    }
  }
}

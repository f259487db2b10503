package dev.bascule.patroni.rest;

import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as one node sees it in the DCS: {@code GET /cluster}.
 *
 * @param scope the cluster's name; empty when not said
 * @param scheduled the switchover that Patroni is to do later; null when none
 */
public record RestCluster(
    String scope, List<Member> members, boolean paused, @Nullable Scheduled scheduled) {
  /** Copies. */
  public RestCluster {
    members = List.copyOf(members);
  }

  /** The member that is said to lead, of either kind of cluster. */
  public Optional<Member> leader() {
    return members.stream().filter(Member::leads).findFirst();
  }

  /**
   * A member.
   *
   * @param role {@code leader}, {@code standby_leader}, {@code sync_standby}, {@code
   *     quorum_standby} or {@code replica}
   * @param state the replication state of one that follows, else the state
   * @param host null when not said
   * @param port 0 when not said
   * @param timeline 0 when unknown
   * @param receiveLag bytes; null when unknown or leading
   * @param replayLag bytes; null when unknown or leading
   */
  public record Member(
      MemberName name,
      String role,
      String state,
      @Nullable String apiUrl,
      @Nullable String host,
      int port,
      int timeline,
      @Nullable Lsn receiveLsn,
      @Nullable Lsn replayLsn,
      @Nullable Long receiveLag,
      @Nullable Long replayLag,
      boolean pendingRestart) {
    /** Whether it is said to lead. */
    public boolean leads() {
      return role.equals("leader") || role.equals("standby_leader");
    }
  }

  /**
   * A switchover for later.
   *
   * @param at null when it can't be read
   */
  public record Scheduled(
      @Nullable Instant at, @Nullable MemberName from, @Nullable MemberName to) {}
}

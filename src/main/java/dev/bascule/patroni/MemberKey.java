package dev.bascule.patroni;

import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a member publishes of itself: {@code members/<name>}. It is written only when it changed, at
 * most {@code loop_wait} late; LSNs and the timeline are missing while the node is busy.
 *
 * @param host where PostgreSQL is reached, or null when the key doesn't say
 * @param port of PostgreSQL; 0 when unknown
 * @param apiUrl where Patroni's REST is reached; untrusted
 * @param state Patroni's own words, such as {@code running} or {@code creating replica}
 * @param roleWord the role as written
 * @param replicationState {@code streaming} or {@code in archive recovery}; null otherwise
 * @param timeline 0 when unknown
 * @param checkpointAfterPromotePending true on a leader that hasn't finished its first checkpoint
 * @param location the furthest place known: written on a leader, received or replayed on the others
 * @param receiveLsn what was received; null on a leader and when unknown
 * @param replayLsn what was replayed; null on a leader and when unknown
 * @param paused whether this node has seen that the cluster is paused
 */
public record MemberKey(
    MemberName name,
    @Nullable String host,
    int port,
    @Nullable String apiUrl,
    String state,
    PatroniRole role,
    String roleWord,
    @Nullable String version,
    @Nullable Lsn location,
    @Nullable Lsn receiveLsn,
    @Nullable Lsn replayLsn,
    @Nullable String replicationState,
    int timeline,
    boolean pendingRestart,
    SequencedMap<String, ParameterChange> pendingRestartReason,
    @Nullable ScheduledRestart scheduledRestart,
    Tags tags,
    boolean paused,
    boolean checkpointAfterPromotePending) {

  /** Copies and sorts the reasons. */
  public MemberKey {
    pendingRestartReason =
        Collections.unmodifiableSequencedMap(new TreeMap<>(pendingRestartReason));
  }

  /** A member of which only the name is known. */
  public static MemberKey unknown(MemberName name) {
    return reachedAt(name, null, 0, null);
  }

  /** A member of which only the addresses are known. */
  public static MemberKey reachedAt(
      MemberName name, @Nullable String host, int port, @Nullable String apiUrl) {
    return new MemberKey(
        name,
        host,
        port,
        apiUrl,
        "",
        PatroniRole.OTHER,
        "",
        null,
        null,
        null,
        null,
        null,
        0,
        false,
        new TreeMap<>(),
        null,
        Tags.NONE,
        false,
        false);
  }

  /** The state that {@code patronictl list} shows of one that doesn't lead. */
  public String shownState() {
    return replicationState == null ? state : replicationState;
  }

  /** Whether the member streams from another one. */
  public boolean streaming() {
    return "streaming".equals(replicationState);
  }

  /** Whether PostgreSQL runs there, by the member's own word. */
  public boolean running() {
    return "running".equals(state);
  }
}

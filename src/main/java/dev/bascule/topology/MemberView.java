package dev.bascule.topology;

import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.ParameterChange;
import dev.bascule.patroni.PatroniRole;
import dev.bascule.patroni.ScheduledRestart;
import dev.bascule.patroni.Tags;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One expected or seen member of a cluster.
 *
 * @param host where PostgreSQL is reached; null when unknown
 * @param port of PostgreSQL; 0 when unknown
 * @param apiUrl where its REST is said to be; untrusted
 * @param role by the leader and sync keys
 * @param ownRole what the member says of itself
 * @param state as patronictl shows it: the replication state of one that follows, else the state;
 *     empty when unknown
 * @param timeline 0 when unknown
 * @param receiveLag bytes behind the leader's last published place, never negative; null when
 *     unknown
 * @param replayLag likewise, for what was replayed
 * @param readable false when the member's key could not be read; {@code unreadableReason} says why
 * @param upstream the member it replicates from, when it is not the leader
 * @param modRevision of its key; 0 when absent
 * @param lease of its key; 0 when absent
 */
public record MemberView(
    MemberName name,
    @Nullable String host,
    int port,
    @Nullable String apiUrl,
    ClusterRole role,
    PatroniRole ownRole,
    String state,
    int timeline,
    @Nullable Lsn location,
    @Nullable Lsn receiveLsn,
    @Nullable Lsn replayLsn,
    @Nullable Long receiveLag,
    @Nullable Long replayLag,
    @Nullable String replicationState,
    boolean pendingRestart,
    SequencedMap<String, ParameterChange> pendingRestartReason,
    @Nullable ScheduledRestart scheduledRestart,
    Tags tags,
    boolean pauseSeen,
    boolean checkpointAfterPromotePending,
    @Nullable String patroniVersion,
    Presence presence,
    boolean readable,
    @Nullable String unreadableReason,
    @Nullable MemberName upstream,
    long modRevision,
    long lease) {

  /** Copies. */
  public MemberView {
    pendingRestartReason =
        Collections.unmodifiableSequencedMap(new TreeMap<>(pendingRestartReason));
  }

  /** Whether its key is in the DCS. */
  public boolean seen() {
    return presence instanceof Presence.Seen;
  }

  /** Whether it streams. */
  public boolean streaming() {
    return "streaming".equals(replicationState);
  }

  /** Whether its name may become part of a command. */
  public boolean conforming() {
    return name.conforming();
  }
}

package dev.bascule.topology;

import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.ParameterChange;
import dev.bascule.patroni.PatroniRole;
import dev.bascule.patroni.ScheduledRestart;
import dev.bascule.patroni.Tags;
import java.time.Instant;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One expected or seen member of a cluster.
 *
 * @param role by the leader and sync keys
 * @param presence whether its key is in the DCS
 * @param published what its key says; of an absent member only where it was
 * @param unreadableReason why the key could not be read; null when it could
 * @param receiveLag bytes behind the leader's last published place, never negative; null when
 *     unknown and for the leader
 * @param replayLag likewise, for what was replayed
 * @param upstream the member it replicates from, when that is not the leader; never leads back to
 *     itself
 * @param restAddress whether its REST may be asked
 * @param modRevision of its key; 0 when absent
 * @param lease of its key; 0 when absent
 * @param publishedAt when this value of its key was first seen here; a living member writes it anew
 *     as soon as it changed, up to {@code loop_wait} late. Null when absent
 * @param notStreamingSince since when it follows without streaming; null when it streams or leads
 * @param facts what it answered itself
 */
public record MemberView(
    MemberName name,
    ClusterRole role,
    Presence presence,
    MemberKey published,
    @Nullable String unreadableReason,
    @Nullable Long receiveLag,
    @Nullable Long replayLag,
    @Nullable MemberName upstream,
    RestAddress restAddress,
    long modRevision,
    long lease,
    @Nullable Instant publishedAt,
    @Nullable Instant notStreamingSince,
    MemberFacts facts) {

  /** Whether its key is in the DCS. */
  public boolean seen() {
    return presence instanceof Presence.Seen;
  }

  /** Whether its key could be read. */
  public boolean readable() {
    return unreadableReason == null;
  }

  /** Whether its name may become part of a command. */
  public boolean conforming() {
    return name.conforming();
  }

  /** Where PostgreSQL is reached; null when unknown. */
  public @Nullable String host() {
    return published.host();
  }

  /** PostgreSQL's port; 0 when unknown. */
  public int port() {
    return published.port();
  }

  /** Where its REST is said to be; untrusted, see {@link #restAddress}. */
  public @Nullable String apiUrl() {
    return published.apiUrl();
  }

  /** What the member says of itself. */
  public PatroniRole ownRole() {
    return published.role();
  }

  /**
   * As patronictl shows it: the leader's own state, the replication state of the others where there
   * is one; empty when unknown.
   */
  public String state() {
    return role == ClusterRole.LEADER ? published.state() : published.shownState();
  }

  /** 0 when unknown. */
  public int timeline() {
    return published.timeline();
  }

  /** The furthest place known; null when unknown. */
  public @Nullable Lsn location() {
    return published.location();
  }

  /**
   * What was received; null for the leader and when unknown. Like patronictl, a streaming member
   * that publishes only one place has it here.
   */
  public @Nullable Lsn receiveLsn() {
    return role.leads()
        ? null
        : onlyLocation() && streaming() ? published.location() : published.receiveLsn();
  }

  /** What was replayed; null for the leader and when unknown. */
  public @Nullable Lsn replayLsn() {
    return role.leads()
        ? null
        : onlyLocation() && !streaming() ? published.location() : published.replayLsn();
  }

  private boolean onlyLocation() {
    return published.receiveLsn() == null && published.replayLsn() == null;
  }

  /** {@code streaming}, {@code in archive recovery} or null. */
  public @Nullable String replicationState() {
    return published.replicationState();
  }

  /** Whether it streams. */
  public boolean streaming() {
    return published.streaming();
  }

  /** Whether parameters wait for a restart. */
  public boolean pendingRestart() {
    return published.pendingRestart();
  }

  /** Which, by name. */
  public SequencedMap<String, ParameterChange> pendingRestartReason() {
    return published.pendingRestartReason();
  }

  /** A restart that the node keeps for later; null for none. */
  public @Nullable ScheduledRestart scheduledRestart() {
    return published.scheduledRestart();
  }

  /** Its tags. */
  public Tags tags() {
    return published.tags();
  }

  /** Whether the node itself has seen that the cluster is paused. */
  public boolean pauseSeen() {
    return published.paused();
  }

  /** Whether it leads and hasn't finished its first checkpoint. */
  public boolean checkpointAfterPromotePending() {
    return published.checkpointAfterPromotePending();
  }

  /** Null when unknown. */
  public @Nullable String patroniVersion() {
    return published.version();
  }
}

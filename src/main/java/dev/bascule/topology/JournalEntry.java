package dev.bascule.topology;

import dev.bascule.inventory.ClusterId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a cluster.
 *
 * @param seq rises with each entry
 * @param kind what; its text is {@code topology.journal.<kind>} with the arguments
 * @param changeId the request of Bascule that did it; null: it happened outside Bascule
 * @param actor who asked for it then
 * @param reason why then
 * @param interruptionMillis how long writes were interrupted then; null when not measured
 */
public record JournalEntry(
    long seq,
    ClusterId cluster,
    Instant at,
    Kind kind,
    List<String> arguments,
    long revision,
    @Nullable String changeId,
    @Nullable String actor,
    @Nullable String reason,
    @Nullable Long interruptionMillis) {
  /** Copies. */
  public JournalEntry {
    arguments = List.copyOf(arguments);
  }

  /** What can happen. */
  public enum Kind {
    /** The cluster was seen for the first time. */
    CLUSTER_SEEN,
    /** Nothing of the cluster is left in the DCS. */
    CLUSTER_GONE,
    /**
     * Another member leads; arguments: from (may be empty), to, timeline (empty until promoted).
     */
    LEADER_CHANGED,
    /** Nobody leads; argument: who did. */
    LEADER_LOST,
    /** Argument: the names of the settings that changed, joined; none when they are not known. */
    CONFIG_CHANGED,
    /** Automatic failover was turned off. */
    PAUSED,
    /** Automatic failover was turned on again. */
    RESUMED,
    /** A member joined; argument: its name. */
    MEMBER_JOINED,
    /** A member's key is gone; arguments: its name, its role. */
    MEMBER_ABSENT,
    /** An absent member is back; argument: its name. */
    MEMBER_BACK,
    /** A member's state changed; arguments: its name, from, to. */
    MEMBER_STATE,
    /** A switchover was scheduled in the DCS; arguments: when, from, to. */
    SWITCHOVER_SCHEDULED,
    /** A scheduled switchover is no longer there. */
    SWITCHOVER_UNSCHEDULED,
    /** A restart waits; arguments: the member, the parameters. */
    RESTART_PENDING,
    /** It doesn't any more; argument: the member. */
    RESTART_NO_LONGER_PENDING,
    /** The console was blind; argument: for how many seconds. */
    CAUGHT_UP,
    /** The console wasn't running; argument: since when. What follows was found afterwards. */
    AWAY
  }
}

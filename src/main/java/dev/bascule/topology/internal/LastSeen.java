package dev.bascule.topology.internal;

import dev.bascule.topology.ClusterState;
import dev.bascule.topology.JournalEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cluster was like when the console last looked.
 *
 * @param leader who held the leader key; empty when nobody did
 * @param reign the revision that made the leader key; 0 when nobody held it
 */
record LastSeen(Instant at, String leader, long reign, long configRevision, boolean paused) {

  static LastSeen of(ClusterState state) {
    var seat = state.leader();
    return new LastSeen(
        state.observedAt(),
        seat == null ? "" : seat.name().value(),
        seat == null ? 0 : seat.createRevision(),
        state.configModRevision(),
        state.paused());
  }

  /** Whether both tell the same of a cluster, whenever that was. */
  boolean sameAs(LastSeen other) {
    return leader.equals(other.leader)
        && reign == other.reign
        && configRevision == other.configRevision
        && paused == other.paused;
  }

  /** What happened between then and now; it begins with since when the console was away. */
  List<JournalRules.Event> missed(ClusterState now) {
    var today = of(now);
    var events = new ArrayList<JournalRules.Event>();
    if (reign != today.reign) {
      events.add(
          today.leader.isEmpty()
              ? new JournalRules.Event(Kind.LEADER_LOST, List.of(leader))
              : new JournalRules.Event(
                  Kind.LEADER_CHANGED,
                  List.of(leader, today.leader, JournalRules.settledTimeline(now))));
    }
    if (paused != today.paused) {
      events.add(new JournalRules.Event(today.paused ? Kind.PAUSED : Kind.RESUMED, List.of()));
    } else if (configRevision != today.configRevision) {
      events.add(new JournalRules.Event(Kind.CONFIG_CHANGED, List.of()));
    }
    if (!events.isEmpty()) {
      events.addFirst(new JournalRules.Event(Kind.AWAY, List.of(at.toString())));
    }
    return events;
  }
}

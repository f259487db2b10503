package dev.bascule.topology.ui;

import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.JournalEntry;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one open page remembers of what it saw: how long the seat was empty, whether it was blind,
 * since when each figure stands. It belongs to one UI.
 */
final class ClusterLive {
  /** For how long a change is pointed out. */
  private static final Duration RECENT = Duration.ofMinutes(10);

  private @Nullable Sight sight;
  private @Nullable Instant blindSince;
  private Scene.@Nullable Interruption interruption;
  private @Nullable Long caughtUpAfter;

  /** Whether the sight is of another kind than before. */
  boolean sightChanged(Sight now) {
    Sight before = sight;
    sight = now;
    if (now instanceof Sight.OutOfSight(_, Instant since, _, _)) {
      blindSince = since;
    }
    return before == null || before.getClass() != now.getClass() || kind(before) != kind(now);
  }

  private static Sight.@Nullable Blindness kind(Sight sight) {
    return sight instanceof Sight.OutOfSight(var kind, _, _, _) ? kind : null;
  }

  void follow(ClusterChange change, Instant now) {
    ClusterState before = change.before();
    ClusterState after = change.after();
    if (after == null) {
      return;
    }
    Instant since = blindSince;
    caughtUpAfter =
        change.caughtUp() && since != null ? Duration.between(since, now).toMillis() : null;
    if (change.caughtUp()) {
      interruption = null; // what happened meanwhile was not seen
    } else if (after.leader() == null && after.leaderlessSince() != null) {
      interruption = new Scene.Interruption(after.leaderlessSince().toEpochMilli(), null, false);
    } else if (before != null && before.leader() == null && before.leaderlessSince() != null) {
      interruption =
          new Scene.Interruption(
              before.leaderlessSince().toEpochMilli(), after.observedAt().toEpochMilli(), false);
    }
  }

  Scene.@Nullable Interruption interruption() {
    return interruption;
  }

  /** How the newest leader change came about, while it is recent. */
  Scene.@Nullable Change change(List<JournalEntry> entries, Instant now) {
    boolean outside = false;
    for (JournalEntry entry : entries) {
      if (entry.kind() == JournalEntry.Kind.LEADER_CHANGED) {
        boolean recent = entry.at().isAfter(now.minus(RECENT));
        // the first leader that was ever seen is nobody's doing
        boolean took = !entry.arguments().isEmpty() && !entry.arguments().getFirst().isEmpty();
        outside = recent && took && entry.changeId() == null;
        break;
      }
    }
    return outside || caughtUpAfter != null ? new Scene.Change(outside, caughtUpAfter) : null;
  }

  /** Whether a step is one that the journal writes down, as opposed to a new LSN. */
  static boolean remarkable(@Nullable ClusterState before, ClusterState after) {
    return before == null
        || before.configModRevision() != after.configModRevision()
        || before.failoverModRevision() != after.failoverModRevision()
        || !members(before).equals(members(after));
  }

  private static List<Object> members(ClusterState state) {
    return state.members().stream()
        .<Object>map(
            (MemberView member) ->
                List.of(
                    member.name(),
                    member.state(),
                    member.presence(),
                    member.pendingRestart(),
                    Objects.requireNonNullElse(member.scheduledRestart(), "")))
        .toList();
  }
}

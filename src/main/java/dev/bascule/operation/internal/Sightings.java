package dev.bascule.operation.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notes when the fleet showed what while an operation ran: a new leader, the old one streaming
 * again. Wakes whoever waits for the next change.
 */
final class Sightings implements AutoCloseable {
  private final ClusterId cluster;
  private final @Nullable MemberName oldLeader;
  private final Runnable end;

  @GuardedBy("this")
  private @Nullable Instant newLeaderAt;

  @GuardedBy("this")
  private @Nullable Instant oldLeaderBackAt;

  @GuardedBy("this")
  private boolean changed;

  Sightings(Fleet fleet, ClusterId cluster, @Nullable MemberName oldLeader) {
    this.cluster = cluster;
    this.oldLeader = oldLeader;
    this.end =
        fleet.subscribe(
            change -> {
              ClusterState after = change.after();
              if (change.id().equals(this.cluster) && after != null) {
                see(after);
              }
            });
  }

  /** Looks at a state that came from elsewhere, such as a linearizable read. */
  synchronized void see(ClusterState state) {
    changed = true;
    LeaderSeat seat = state.leader();
    MemberName old = oldLeader;
    if (seat != null && old != null && !seat.name().equals(old)) {
      if (newLeaderAt == null) {
        newLeaderAt = state.observedAt();
      }
      int timeline = state.timeline();
      boolean back =
          state
              .member(old)
              .filter(MemberView::seen)
              .filter(MemberView::streaming)
              .filter(member -> member.timeline() == timeline)
              .isPresent();
      if (back && oldLeaderBackAt == null) {
        oldLeaderBackAt = state.observedAt();
      }
    }
    notifyAll();
  }

  /** When another member was first seen to lead; null until then. */
  synchronized @Nullable Instant newLeaderAt() {
    return newLeaderAt;
  }

  /** When the old leader was first seen to stream on the new timeline; null until then. */
  synchronized @Nullable Instant oldLeaderBackAt() {
    return oldLeaderBackAt;
  }

  /** Whether the fleet showed anything since this was asked last. */
  synchronized boolean changed() {
    boolean was = changed;
    changed = false;
    return was;
  }

  @Override
  public void close() {
    end.run();
  }
}

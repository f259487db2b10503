package dev.bascule.topology;

import dev.bascule.inventory.ClusterId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a cluster.
 *
 * @param before null when the cluster is new here
 * @param after null when the cluster is gone: nothing of it is left in the DCS and nobody expects
 *     it
 * @param caughtUp the change was found by listing again after blindness: what happened between is
 *     unknown
 */
public record ClusterChange(
    ClusterId id, @Nullable ClusterState before, @Nullable ClusterState after, boolean caughtUp) {
  /** Whether another member leads now, or nobody, or somebody again. */
  public boolean leaderChanged() {
    return !Objects.equals(reign(before), reign(after));
  }

  private static @Nullable Object reign(@Nullable ClusterState state) {
    var seat = state == null ? null : state.leader();
    return seat == null ? null : seat.name().value() + "@" + seat.createRevision();
  }
}

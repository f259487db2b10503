package dev.bascule.topology;

import dev.bascule.dcs.DcsEvent;
import dev.bascule.inventory.ClusterId;
import dev.bascule.support.Samples;
import java.util.Set;

/** States folded from what was recorded. */
public final class Recorded {
  /** The nodes of the recorded clusters, as an inventory knows them. */
  public static final Surroundings KNOWN_HOSTS =
      Surroundings.NONE.withHosts(Set.of("10.77.0.11", "10.77.0.12", "10.77.0.13"));

  private Recorded() {}

  /** {@code maincluster} at a recorded moment. */
  public static ClusterState at(String moment) {
    return at(moment, "maincluster");
  }

  /** A cluster at a recorded moment. */
  public static ClusterState at(String moment, String cluster) {
    return track(moment, cluster, KNOWN_HOSTS).state();
  }

  /** A cluster followed from a recorded moment on. */
  public static ClusterTrack track(String moment, String cluster, Surroundings around) {
    DcsEvent.Listed listed = Samples.moment(moment);
    return ClusterTrack.unseen(
            new ClusterId("lab", cluster), Samples.PREFIX, around, listed.at().minusSeconds(1))
        .listed(listed.revision(), listed.entries(), listed.at());
  }

  /** A cluster followed by the recorded stream up to a moment that lies on it. */
  public static ClusterTrack followed(String moment, String cluster) {
    var until = Samples.moment(moment).revision();
    var track = track("02-switchover-1", cluster, KNOWN_HOSTS);
    for (var changed : Samples.stream()) {
      if (changed.revision() <= until) {
        track = track.changed(changed.revision(), changed.changes(), changed.at());
      }
    }
    return track;
  }
}

package dev.bascule.topology;

import dev.bascule.inventory.ClusterId;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** The live state of all clusters of all DCS endpoints: one model, in memory, for everybody. */
public interface Fleet {
  /** A cluster's state now. */
  Optional<ClusterState> cluster(ClusterId id);

  /** Every cluster, in no order. */
  Collection<ClusterState> all();

  /** Whether a DCS is in sight; {@link Sight.Connecting} for one that isn't known. */
  Sight sight(String dcs);

  /**
   * Calls {@code listener} for every step of every cluster, in order for each cluster, on one
   * thread a DCS. A listener must return at once and gets immutable values.
   *
   * @return ends the subscription; safe to run twice
   */
  Runnable subscribe(Consumer<ClusterChange> listener);

  /** Calls {@code listener} when the sight of a DCS changed in kind, and at each sign of life. */
  Runnable watchSight(Consumer<String> listener);

  /**
   * Reads one cluster anew from its DCS, linearizably: never older than this call.
   *
   * @param limit how long it may take
   * @throws DcsOutOfSight when the DCS didn't answer in time
   */
  ClusterState readNow(ClusterId id, Duration limit) throws DcsOutOfSight;

  /** The DCS did not answer. */
  final class DcsOutOfSight extends Exception {
    private static final long serialVersionUID = 1L;

    /** Names the DCS and what went wrong. */
    public DcsOutOfSight(String dcs, String trouble) {
      super("the DCS " + dcs + " is out of sight: " + trouble);
    }
  }
}

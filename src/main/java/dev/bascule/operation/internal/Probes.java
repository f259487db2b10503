package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.ClusterState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures how long a cluster takes no writes. */
interface Probes {
  /** Begins to ask the members, several times a second. */
  Probing start(ClusterId cluster, ClusterState state);

  /** A measurement that runs. */
  interface Probing {
    /** Ends it; safe to call twice. */
    Measured stop();
  }

  /**
   * What was measured; null for what wasn't.
   *
   * @param interruption by what the members say of themselves
   * @param leaderKeyGap by who answers as primary
   * @param entryPointGap by the clients' own way in
   * @param acknowledgedAfter until commits that wait for a synchronous standby went through
   */
  record Measured(
      @Nullable Duration interruption,
      @Nullable Duration leaderKeyGap,
      @Nullable Duration entryPointGap,
      @Nullable Duration acknowledgedAfter) {
    /** Nothing was measured. */
    static final Measured NOTHING = new Measured(null, null, null, null);
  }
}

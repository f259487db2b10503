package dev.bascule.operation.role;

import dev.bascule.operation.Fence;
import dev.bascule.operation.Successor;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.topology.ClusterState;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state that an agreement to an operation on roles depends on, and no more: never an LSN, a lag
 * or a time, and of the configuration only what Patroni's switchover looks at.
 */
final class RoleFence {
  static final String SYNCHRONOUS = "candidate-synchronous";

  private RoleFence() {}

  static Fence ofSwitchover(ClusterState state, Successor successor) {
    var facts = new LinkedHashMap<String, String>();
    FenceNames.addLeader(facts, state);
    facts.put(SYNCHRONOUS, Boolean.toString(synchronous(state, successor)));
    facts.put(FenceNames.FAILOVER, FenceNames.failover(state.failover()));
    configuration(state.config(), facts);
    return Fence.of(facts);
  }

  /** For cancelling: only which cluster it is, and what stands there to be cancelled. */
  static Fence ofCancelling(ClusterState state) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(FenceNames.SYSTEM_IDENTIFIER, state.systemIdentifier());
    facts.put(FenceNames.FAILOVER, FenceNames.failover(state.failover()));
    return Fence.of(facts);
  }

  private static boolean synchronous(ClusterState state, Successor successor) {
    var sync = state.sync();
    return sync != null && successor.acceptable().stream().anyMatch(sync::contains);
  }

  private static void configuration(DynamicConfig config, Map<String, String> facts) {
    facts.put(FenceNames.PAUSE, Boolean.toString(config.paused()));
    facts.put("synchronous_mode", config.synchronousMode().name());
    facts.put("synchronous_mode_strict", Boolean.toString(config.synchronousModeStrict()));
    facts.put("synchronous_node_count", Integer.toString(config.synchronousNodeCount()));
    facts.put("maximum_lag_on_failover", Long.toString(config.maximumLagOnFailover()));
    facts.put("check_timeline", Boolean.toString(config.checkTimeline()));
    facts.put("standby_cluster", config.json("standby_cluster").orElse(""));
  }
}

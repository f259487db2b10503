package dev.bascule.operation.role;

import dev.bascule.operation.Fence;
import dev.bascule.operation.Successor;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state that an agreement to an operation on roles depends on, and no more: never an LSN, a lag
 * or a time, and of the configuration only what Patroni's switchover looks at.
 */
public final class RoleFence {
  /** The name of the fact that identifies the cluster. */
  public static final String SYSTEM_IDENTIFIER = "system-identifier";

  /** The name of the fact that says who leads. */
  public static final String LEADER = "leader";

  static final String REIGN = "leader-create-revision";

  /** The name of the fact that says on which timeline. */
  public static final String TIMELINE = "timeline";

  static final String SYNCHRONOUS = "candidate-synchronous";
  static final String FAILOVER = "failover";

  private RoleFence() {}

  static Fence ofSwitchover(ClusterState state, Successor successor) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(SYSTEM_IDENTIFIER, state.systemIdentifier());
    var leader = state.leader();
    facts.put(LEADER, leader == null ? "" : leader.name().value());
    facts.put(REIGN, leader == null ? "" : Long.toString(leader.createRevision()));
    facts.put(TIMELINE, Integer.toString(state.timeline()));
    facts.put(SYNCHRONOUS, Boolean.toString(synchronous(state, successor)));
    facts.put(FAILOVER, failover(state.failover()));
    configuration(state.config(), facts);
    return Fence.of(facts);
  }

  /** For cancelling: only which cluster it is, and what stands there to be cancelled. */
  static Fence ofCancelling(ClusterState state) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(SYSTEM_IDENTIFIER, state.systemIdentifier());
    facts.put(FAILOVER, failover(state.failover()));
    return Fence.of(facts);
  }

  private static boolean synchronous(ClusterState state, Successor successor) {
    var sync = state.sync();
    return sync != null && successor.acceptable().stream().anyMatch(sync::contains);
  }

  /** What stands in the failover key; an empty key is as good as none. */
  static String failover(@Nullable FailoverKey key) {
    if (key == null) {
      return "";
    }
    var scheduled = key.scheduledText();
    return "%s -> %s @ %s"
        .formatted(
            name(key.leader()), name(key.candidate()), scheduled == null ? "now" : scheduled);
  }

  private static String name(@Nullable MemberName name) {
    return name == null ? "*" : name.value();
  }

  private static void configuration(DynamicConfig config, Map<String, String> facts) {
    facts.put("pause", Boolean.toString(config.paused()));
    facts.put("synchronous_mode", config.synchronousMode().name());
    facts.put("synchronous_mode_strict", Boolean.toString(config.synchronousModeStrict()));
    facts.put("synchronous_node_count", Integer.toString(config.synchronousNodeCount()));
    facts.put("maximum_lag_on_failover", Long.toString(config.maximumLagOnFailover()));
    facts.put("check_timeline", Boolean.toString(config.checkTimeline()));
    facts.put("standby_cluster", config.json("standby_cluster").orElse(""));
  }
}

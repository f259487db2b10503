package dev.bascule.operation.planning;

import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The names of the facts that the fences of several operations share. */
public final class FenceNames {
  /** Which cluster it is. */
  public static final String SYSTEM_IDENTIFIER = "system-identifier";

  /** Who leads. */
  public static final String LEADER = "leader";

  /** Since which revision of the DCS it leads. */
  public static final String REIGN = "leader-create-revision";

  /** On which timeline. */
  public static final String TIMELINE = "timeline";

  /** What stands in Patroni's failover key. */
  public static final String FAILOVER = "failover";

  /** Whether the cluster is paused. */
  public static final String PAUSE = "pause";

  private FenceNames() {}

  /** Adds which cluster it is, and who leads it since when on which timeline. */
  public static void addLeader(SequencedMap<String, String> facts, ClusterState state) {
    facts.put(SYSTEM_IDENTIFIER, state.systemIdentifier());
    var leader = state.leader();
    facts.put(LEADER, leader == null ? "" : leader.name().value());
    facts.put(REIGN, leader == null ? "" : Long.toString(leader.createRevision()));
    facts.put(TIMELINE, Integer.toString(state.timeline()));
  }

  /** What stands in the failover key; an empty key is as good as none. */
  public static String failover(@Nullable FailoverKey key) {
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
}

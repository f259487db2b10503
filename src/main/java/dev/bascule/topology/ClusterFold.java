package dev.bascule.topology;

import dev.bascule.dcs.DcsEntry;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.HistoryEntry;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.PatroniKeys;
import dev.bascule.patroni.Reading;
import dev.bascule.patroni.StatusKey;
import dev.bascule.patroni.SyncKey;
import dev.bascule.topology.ClusterState.Initialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state of a cluster as it follows from its keys and from what else is known. Pure. */
public final class ClusterFold {
  private static final Set<String> KNOWN =
      Set.of(
          "leader",
          "config",
          "initialize",
          "status",
          "failover",
          "sync",
          "history",
          "failsafe",
          "optime/leader");

  private final ClusterInputs inputs;
  private final List<Anomaly> unreadable = new ArrayList<>();

  private ClusterFold(ClusterInputs inputs) {
    this.inputs = inputs;
  }

  /** Folds. Never fails: what can't be understood becomes an anomaly. */
  public static ClusterState fold(ClusterInputs inputs) {
    return new ClusterFold(inputs).state();
  }

  private ClusterState state() {
    var initialize = inputs.keys().get("initialize");
    var identifier = initialize == null ? "" : PatroniKeys.initialize(initialize.value());
    var config = read("config", PatroniKeys::config, DynamicConfig.EMPTY);
    var status = read("status", PatroniKeys::status, StatusKey.UNKNOWN);
    var optime = status.optime();
    if (optime == null) {
      optime = read("optime/leader", PatroniKeys::status, StatusKey.UNKNOWN).optime();
    }
    var sync = read("sync", PatroniKeys::sync, Optional.<SyncKey>empty()).orElse(null);
    var failover =
        read("failover", PatroniKeys::failover, Optional.<FailoverKey>empty()).orElse(null);
    var history = read("history", PatroniKeys::history, List.<HistoryEntry>of());
    var seat = seat();
    var members = new MembersFold(inputs, config, sync, seat, optime).members(unreadable::add);
    var wayOut = WayOutRules.judge(members, config, sync, seat, optime, history, inputs);
    var draft =
        new ClusterState(
            inputs.id(),
            inputs.revision(),
            inputs.observedAt(),
            identifier,
            initialization(initialize, identifier),
            seat,
            seat == null ? leaderlessSince() : null,
            members,
            config,
            revision("config"),
            optime,
            failover,
            revision("failover"),
            sync,
            history,
            wayOut,
            unreadable,
            ignored());
    return AnomalyRules.judged(draft, inputs);
  }

  private @Nullable LeaderSeat seat() {
    var entry = inputs.keys().get("leader");
    if (entry == null) {
      return null;
    }
    return switch (PatroniKeys.leader(entry.value())) {
      case Reading.Read<MemberName>(var name) ->
          new LeaderSeat(name, entry.createRevision(), entry.modRevision(), entry.lease());
      case Reading.Unreadable<MemberName>(var reason) -> {
        unreadable.add(new Anomaly.Unreadable(null, "leader", reason));
        yield null;
      }
    };
  }

  private Instant leaderlessSince() {
    var since = inputs.leaderlessSince();
    return since == null ? inputs.observedAt() : since;
  }

  private static Initialization initialization(@Nullable DcsEntry entry, String identifier) {
    if (entry == null) {
      return Initialization.UNINITIALIZED;
    }
    return identifier.isEmpty() ? Initialization.INITIALIZING : Initialization.INITIALIZED;
  }

  private long revision(String key) {
    var entry = inputs.keys().get(key);
    return entry == null ? 0 : entry.modRevision();
  }

  private int ignored() {
    return (int)
        inputs.keys().keySet().stream()
            .filter(key -> !KNOWN.contains(key) && MembersFold.memberOf(key) == null)
            .count();
  }

  private <T> T read(String key, Function<byte[], Reading<T>> reader, T missing) {
    var entry = inputs.keys().get(key);
    if (entry == null) {
      return missing;
    }
    return switch (reader.apply(entry.value())) {
      case Reading.Read<T>(var value) -> value;
      case Reading.Unreadable<T>(var reason) -> {
        unreadable.add(new Anomaly.Unreadable(null, key, reason));
        yield missing;
      }
    };
  }
}

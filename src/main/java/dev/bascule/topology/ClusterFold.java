package dev.bascule.topology;

import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.HistoryEntry;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.Reading;
import dev.bascule.patroni.StatusKey;
import dev.bascule.patroni.SyncKey;
import dev.bascule.topology.ClusterState.Initialization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a cluster as it follows from its keys, from what was seen before and from what else
 * is known. Pure. Never fails: what can't be understood becomes an anomaly and hides nothing else.
 */
final class ClusterFold {
  private final ClusterKeys keys;
  private final ClusterMemory memory;
  private final Surroundings around;
  private final Instant now;
  private final List<Anomaly> unreadable = new ArrayList<>();

  private ClusterFold(ClusterKeys keys, ClusterMemory memory, Surroundings around, Instant now) {
    this.keys = keys;
    this.memory = memory;
    this.around = around;
    this.now = now;
  }

  /**
   * Folds.
   *
   * @param now not before the keys were observed
   */
  static ClusterState fold(
      ClusterKeys keys, ClusterMemory memory, Surroundings around, Instant now) {
    return new ClusterFold(keys, memory, around, now).state();
  }

  private ClusterState state() {
    var config = read("config", keys.config(), DynamicConfig.EMPTY);
    var identifier = read("initialize", keys.initialize(), "");
    var sync = read("sync", keys.sync(), Optional.<SyncKey>empty()).orElse(null);
    var failover = read("failover", keys.failover(), Optional.<FailoverKey>empty()).orElse(null);
    var history = read("history", keys.history(), List.<HistoryEntry>of());
    var optime = optime();
    var place = optime == null ? null : optime.reading().orElse(StatusKey.UNKNOWN).optime();
    var seat = seat();
    var leader = seat == null ? null : seat.name();
    var members =
        new MembersFold(keys, memory, around, config, sync, leader, place).members(unreadable::add);
    var draft =
        new ClusterState(
            keys.id(),
            keys.revision(),
            keys.observedAt(),
            identifier,
            initialization(identifier),
            seat,
            seat == null ? leaderlessSince() : null,
            leader == null ? memory.lastLeader() : leader,
            members,
            config,
            modRevision(keys.config()),
            place,
            place == null || optime == null ? null : optime.seenAt(),
            failover,
            modRevision(keys.failover()),
            sync,
            history,
            historyTimeline(history),
            failsafe(),
            WayOut.NONE,
            List.of(),
            keys.ignored());
    var lags = new HashMap<MemberName, Lags>();
    members.forEach(member -> lags.put(member.name(), Lags.settled(member, draft, memory, now)));
    var judged = draft.with(new WayOutRules(draft, lags).judge(around));
    return judged.with(AnomalyRules.of(judged, lags, unreadable));
  }

  private @Nullable LeaderSeat seat() {
    var key = keys.leader();
    if (key == null) {
      return null;
    }
    return switch (key.reading()) {
      case Reading.Read<MemberName>(var name) ->
          new LeaderSeat(
              name,
              key.createRevision(),
              key.modRevision(),
              key.lease(),
              memory.leadsSince(),
              around.lockExpiresAt());
      case Reading.Unreadable<MemberName>(var reason) -> {
        unreadable.add(new Anomaly.Unreadable(null, "leader", reason));
        yield null;
      }
    };
  }

  /** The status key, or what old versions wrote instead. */
  private @Nullable KeyAt<StatusKey> optime() {
    var status = keys.status();
    var known = read("status", status, StatusKey.UNKNOWN).optime() != null;
    if (known) {
      return status;
    }
    read("optime/leader", keys.legacyOptime(), StatusKey.UNKNOWN);
    return keys.legacyOptime();
  }

  private Instant leaderlessSince() {
    var since = memory.leaderlessSince();
    return since == null ? keys.observedAt() : since;
  }

  private Initialization initialization(String identifier) {
    var key = keys.initialize();
    if (key == null) {
      return Initialization.UNINITIALIZED;
    }
    // one that can't be read is there all the same
    return identifier.isEmpty() && key.reading() instanceof Reading.Read<String>
        ? Initialization.INITIALIZING
        : Initialization.INITIALIZED;
  }

  private int historyTimeline(List<HistoryEntry> history) {
    var key = keys.history();
    if (!history.isEmpty()) {
      return history.getLast().timeline() + 1;
    }
    return key != null && key.reading() instanceof Reading.Read<?> ? 1 : 0;
  }

  private List<MemberName> failsafe() {
    SequencedMap<MemberName, String> nobody = new TreeMap<>();
    return List.copyOf(read("failsafe", keys.failsafe(), nobody).keySet());
  }

  private static long modRevision(@Nullable KeyAt<?> key) {
    return key == null ? 0 : key.modRevision();
  }

  private <T> T read(String name, @Nullable KeyAt<T> key, T missing) {
    if (key == null) {
      return missing;
    }
    return switch (key.reading()) {
      case Reading.Read<T>(var value) -> value;
      case Reading.Unreadable<T>(var reason) -> {
        unreadable.add(new Anomaly.Unreadable(null, name, reason));
        yield missing;
      }
    };
  }
}

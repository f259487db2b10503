package dev.bascule.topology;

import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.Reading;
import dev.bascule.patroni.SyncKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The members of a cluster: those seen and those expected, in one list. */
final class MembersFold {
  private final ClusterKeys keys;
  private final ClusterMemory memory;
  private final Surroundings around;
  private final DynamicConfig config;
  private final @Nullable SyncKey sync;
  private final @Nullable MemberName leader;
  private final @Nullable Lsn optime;

  MembersFold(
      ClusterKeys keys,
      ClusterMemory memory,
      Surroundings around,
      DynamicConfig config,
      @Nullable SyncKey sync,
      @Nullable MemberName leader,
      @Nullable Lsn optime) {
    this.keys = keys;
    this.memory = memory;
    this.around = around;
    this.config = config;
    this.sync = sync;
    this.leader = leader;
    this.optime = optime;
  }

  List<MemberView> members(Consumer<Anomaly> unreadable) {
    var views = new TreeMap<MemberName, MemberView>();
    keys.members().forEach((name, key) -> views.put(name, seen(name, key, unreadable)));
    // what was seen to go is known better than what was kept
    memory.gone().values().forEach(member -> absent(member, views));
    around.expected().forEach(member -> absent(member, views));
    return List.copyOf(views.values());
  }

  private MemberView seen(MemberName name, KeyAt<MemberKey> key, Consumer<Anomaly> unreadable) {
    return switch (key.reading()) {
      case Reading.Read<MemberKey>(var published) -> readable(published, key);
      case Reading.Unreadable<MemberKey>(var reason) -> {
        unreadable.accept(new Anomaly.Unreadable(name, "members/" + name, reason));
        yield view(name, Presence.SEEN, MemberKey.unknown(name), reason, key);
      }
    };
  }

  private MemberView readable(MemberKey published, KeyAt<MemberKey> key) {
    var bare = view(published.name(), Presence.SEEN, published, null, key);
    return new MemberView(
        bare.name(),
        bare.role(),
        bare.presence(),
        published,
        null,
        lag(bare.receiveLsn()),
        lag(bare.replayLsn()),
        upstream(published),
        bare.restAddress(),
        bare.modRevision(),
        bare.lease(),
        bare.publishedAt(),
        bare.notStreamingSince(),
        bare.facts());
  }

  private void absent(ExpectedMember member, Map<MemberName, MemberView> views) {
    var name = member.name();
    if (views.containsKey(name) || around.retired().contains(name)) {
      return;
    }
    var since = member.absentSince() == null ? keys.observedAt() : member.absentSince();
    var writability = around.factsOf(name).writability();
    views.put(
        name,
        view(
            name,
            new Presence.Absent(since, member.lastRole(), writability),
            MemberKey.reachedAt(name, member.host(), member.port(), member.apiUrl()),
            null,
            null));
  }

  private MemberView view(
      MemberName name,
      Presence presence,
      MemberKey published,
      @Nullable String unreadableReason,
      @Nullable KeyAt<MemberKey> key) {
    return new MemberView(
        name,
        role(name),
        presence,
        published,
        unreadableReason,
        null,
        null,
        null,
        RestAddress.of(published.apiUrl(), around.hosts()),
        key == null ? 0 : key.modRevision(),
        key == null ? 0 : key.lease(),
        key == null ? null : key.seenAt(),
        memory.notStreamingSince().get(name),
        around.factsOf(name));
  }

  private ClusterRole role(MemberName name) {
    if (name.equals(leader)) {
      return config.standbyCluster().isPresent() ? ClusterRole.STANDBY_LEADER : ClusterRole.LEADER;
    }
    if (sync != null && sync.leader() != null && sync.contains(name)) {
      return switch (config.synchronous()) {
        case ON -> ClusterRole.SYNC_STANDBY;
        case QUORUM -> ClusterRole.QUORUM_STANDBY;
        case OFF -> ClusterRole.REPLICA;
      };
    }
    return ClusterRole.REPLICA;
  }

  /**
   * The parent must be another member that is there and follows, as Patroni itself has it. Who
   * would follow itself over others follows the leader.
   */
  private @Nullable MemberName upstream(MemberKey member) {
    var first = parent(member);
    var passed = new HashSet<MemberName>();
    for (var at = first; at != null; at = parentOf(at)) {
      if (at.equals(member.name()) || !passed.add(at)) {
        return null;
      }
    }
    return first;
  }

  private @Nullable MemberName parentOf(MemberName name) {
    var key = keys.members().get(name);
    return switch (key == null ? null : key.reading()) {
      case null -> null;
      case Reading.Read<MemberKey>(var member) -> parent(member);
      case Reading.Unreadable<MemberKey>(var reason) -> null;
    };
  }

  private @Nullable MemberName parent(MemberKey member) {
    return member
        .tags()
        .replicateFrom()
        .filter(parent -> !member.name().equals(leader))
        .filter(parent -> !parent.equals(leader))
        .filter(keys.members()::containsKey)
        .orElse(null);
  }

  private @Nullable Long lag(@Nullable Lsn lsn) {
    return lsn == null || optime == null ? null : Math.max(0, optime.minus(lsn));
  }
}

package dev.bascule.topology;

import dev.bascule.dcs.DcsEntry;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.PatroniKeys;
import dev.bascule.patroni.PatroniRole;
import dev.bascule.patroni.Reading;
import dev.bascule.patroni.SyncKey;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.patroni.Tags;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The members of a cluster: those seen and those expected, in one list. */
final class MembersFold {
  private static final String PREFIX = "members/";

  private final ClusterInputs inputs;
  private final DynamicConfig config;
  private final @Nullable SyncKey sync;
  private final @Nullable LeaderSeat seat;
  private final @Nullable Lsn optime;

  MembersFold(
      ClusterInputs inputs,
      DynamicConfig config,
      @Nullable SyncKey sync,
      @Nullable LeaderSeat seat,
      @Nullable Lsn optime) {
    this.inputs = inputs;
    this.config = config;
    this.sync = sync;
    this.seat = seat;
    this.optime = optime;
  }

  /** The member that a key belongs to; null when it is no member's key. */
  static @Nullable MemberName memberOf(String key) {
    if (!key.startsWith(PREFIX)) {
      return null;
    }
    var name = key.substring(PREFIX.length());
    // a slash would be a key below a member's, which Patroni doesn't write
    return name.isEmpty() || name.length() > 512 || name.indexOf('/') >= 0
        ? null
        : new MemberName(name);
  }

  List<MemberView> members(Consumer<Anomaly> unreadable) {
    var views = new TreeMap<MemberName, MemberView>();
    inputs
        .keys()
        .forEach(
            (key, entry) -> {
              var name = memberOf(key);
              if (name != null) {
                views.put(name, seen(name, entry, unreadable));
              }
            });
    inputs
        .expected()
        .forEach(member -> views.computeIfAbsent(member.name(), name -> absent(member)));
    return List.copyOf(views.values());
  }

  private MemberView seen(MemberName name, DcsEntry entry, Consumer<Anomaly> unreadable) {
    return switch (PatroniKeys.member(name, entry.value())) {
      case Reading.Read<MemberKey>(var key) -> readable(key, entry);
      case Reading.Unreadable<MemberKey>(var reason) -> {
        unreadable.accept(new Anomaly.Unreadable(name, PREFIX + name, reason));
        yield blank(name, role(name), Presence.SEEN, reason, null, 0, null, entry);
      }
    };
  }

  private MemberView readable(MemberKey key, DcsEntry entry) {
    var role = role(key.name());
    var leads = role.leads();
    return new MemberView(
        key.name(),
        key.host(),
        key.port(),
        key.apiUrl(),
        role,
        key.role(),
        leads ? key.state() : key.shownState(),
        key.timeline(),
        key.location(),
        leads ? null : key.receiveLsn(),
        leads ? null : key.replayLsn(),
        leads ? null : lag(key.receiveLsn()),
        leads ? null : lag(key.replayLsn()),
        key.replicationState(),
        key.pendingRestart(),
        key.pendingRestartReason(),
        key.scheduledRestart(),
        key.tags(),
        key.paused(),
        key.checkpointAfterPromotePending(),
        key.version(),
        Presence.SEEN,
        true,
        null,
        upstream(key),
        entry.modRevision(),
        entry.lease());
  }

  private MemberView absent(ExpectedMember member) {
    var since = member.absentSince() == null ? inputs.observedAt() : member.absentSince();
    var presence =
        new Presence.Absent(since, member.lastRole(), inputs.factsOf(member.name()).writability());
    // one that the leader key still names is the leader, whatever it was
    var role = role(member.name());
    return blank(
        member.name(), role, presence, null, member.host(), member.port(), member.apiUrl(), null);
  }

  private static MemberView blank(
      MemberName name,
      ClusterRole role,
      Presence presence,
      @Nullable String unreadableReason,
      @Nullable String host,
      int port,
      @Nullable String apiUrl,
      @Nullable DcsEntry entry) {
    return new MemberView(
        name,
        host,
        port,
        apiUrl,
        role,
        PatroniRole.OTHER,
        "",
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        new TreeMap<>(),
        null,
        Tags.NONE,
        false,
        false,
        null,
        presence,
        unreadableReason == null,
        unreadableReason,
        null,
        entry == null ? 0 : entry.modRevision(),
        entry == null ? 0 : entry.lease());
  }

  private ClusterRole role(MemberName name) {
    if (seat != null && seat.name().equals(name)) {
      return config.standbyCluster().isPresent() ? ClusterRole.STANDBY_LEADER : ClusterRole.LEADER;
    }
    if (sync != null && sync.contains(name)) {
      return switch (config.synchronousMode()) {
        case ON -> ClusterRole.SYNC_STANDBY;
        case QUORUM -> ClusterRole.QUORUM_STANDBY;
        case OFF -> ClusterRole.REPLICA;
      };
    }
    return ClusterRole.REPLICA;
  }

  /** A parent must be another member that follows, as Patroni itself has it. */
  private @Nullable MemberName upstream(MemberKey key) {
    return key.tags()
        .replicateFrom()
        .filter(parent -> !parent.equals(key.name()))
        .filter(parent -> seat == null || !parent.equals(seat.name()))
        .filter(parent -> inputs.keys().containsKey(PREFIX + parent.value()))
        .orElse(null);
  }

  private @Nullable Long lag(@Nullable Lsn lsn) {
    return lsn == null || optime == null ? null : Math.max(0, optime.minus(lsn));
  }

  static boolean synchronous(DynamicConfig config) {
    return config.synchronousMode() != SynchronousMode.OFF;
  }
}

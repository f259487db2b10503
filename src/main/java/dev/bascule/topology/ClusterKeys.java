package dev.bascule.topology;

import dev.bascule.dcs.DcsChange;
import dev.bascule.dcs.DcsEntry;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.HistoryEntry;
import dev.bascule.patroni.MemberKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.PatroniKeys;
import dev.bascule.patroni.StatusKey;
import dev.bascule.patroni.SyncKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cluster's keys at one revision, each read once. Immutable. The values themselves are not kept:
 * a hostile one costs its reading, never memory.
 */
public final class ClusterKeys {
  private final ClusterId id;
  private final String prefix;
  private final long revision;
  private final Instant observedAt;
  private final Map<String, KeyAt<?>> keys;
  private final SequencedMap<MemberName, KeyAt<MemberKey>> members;
  private final Set<String> ignored;

  private ClusterKeys(
      ClusterId id,
      String prefix,
      long revision,
      Instant observedAt,
      Map<String, KeyAt<?>> keys,
      SequencedMap<MemberName, KeyAt<MemberKey>> members,
      Set<String> ignored) {
    this.id = id;
    this.prefix = prefix;
    this.revision = revision;
    this.observedAt = observedAt;
    this.keys = keys;
    this.members = members;
    this.ignored = ignored;
  }

  /**
   * A cluster without keys.
   *
   * @param prefix of its DCS, such as {@code /service/}
   */
  public static ClusterKeys none(ClusterId id, String prefix, Instant at) {
    return new ClusterKeys(id, prefix, 0, at, Map.of(), new TreeMap<>(), Set.of());
  }

  /** All keys at a revision, replacing those here; keys of other clusters are passed over. */
  public ClusterKeys listed(long revision, Collection<DcsEntry> entries, Instant at) {
    var draft = new Draft(none(id, prefix, at));
    for (var entry : entries) {
      draft.put(entry, at, this);
    }
    return draft.done(revision, at);
  }

  /** What one revision changed; keys of other clusters are passed over. */
  public ClusterKeys changed(long revision, Collection<DcsChange> changes, Instant at) {
    var draft = new Draft(this);
    for (var change : changes) {
      switch (change) {
        case DcsChange.Put(var entry) -> draft.put(entry, at, this);
        case DcsChange.Deleted(var key, var modRevision) -> draft.delete(key);
      }
    }
    return draft.done(revision, at);
  }

  /** Whether these are all keys of the cluster, and each the very write that is known already. */
  boolean holds(Collection<DcsEntry> entries) {
    var same = 0;
    for (var entry : entries) {
      var path = KeyPath.of(prefix, entry.key()).filter(one -> one.cluster().equals(id.cluster()));
      if (path.isPresent()) {
        var member = path.get().member();
        var known = member == null ? keys.get(path.get().path()) : members.get(member);
        if (known == null ? !ignored.contains(path.get().path()) : known.differs(entry)) {
          return false;
        }
        same++;
      }
    }
    return revision > 0 && same == keys.size() + members.size() + ignored.size();
  }

  /** Whether nothing of the cluster is left in the DCS. */
  public boolean isEmpty() {
    return keys.isEmpty() && members.isEmpty() && ignored.isEmpty();
  }

  ClusterId id() {
    return id;
  }

  long revision() {
    return revision;
  }

  Instant observedAt() {
    return observedAt;
  }

  @Nullable KeyAt<MemberName> leader() {
    return key("leader");
  }

  @Nullable KeyAt<DynamicConfig> config() {
    return key("config");
  }

  @Nullable KeyAt<String> initialize() {
    return key("initialize");
  }

  @Nullable KeyAt<StatusKey> status() {
    return key("status");
  }

  /** What versions before 2.1 wrote instead of {@code status}. */
  @Nullable KeyAt<StatusKey> legacyOptime() {
    return key("optime/leader");
  }

  @Nullable KeyAt<Optional<FailoverKey>> failover() {
    return key("failover");
  }

  @Nullable KeyAt<Optional<SyncKey>> sync() {
    return key("sync");
  }

  @Nullable KeyAt<List<HistoryEntry>> history() {
    return key("history");
  }

  @Nullable KeyAt<SequencedMap<MemberName, String>> failsafe() {
    return key("failsafe");
  }

  /** By name. */
  SequencedMap<MemberName, KeyAt<MemberKey>> members() {
    return members;
  }

  /** How many keys this console doesn't understand, those of Citus' groups included. */
  int ignored() {
    return ignored.size();
  }

  /** Each path has one reader, so the type is that of the path. */
  @SuppressWarnings("unchecked")
  private <T> @Nullable KeyAt<T> key(String path) {
    return (KeyAt<T>) keys.get(path);
  }

  /** Reads a value by the reader of its path; null for a path that Patroni doesn't have. */
  private static @Nullable KeyAt<?> read(String path, DcsEntry entry, Instant at) {
    return switch (path) {
      case "leader" -> KeyAt.of(entry, at, PatroniKeys::leader);
      case "config" -> KeyAt.of(entry, at, PatroniKeys::config);
      case "initialize" -> KeyAt.of(entry, at, PatroniKeys::initialize);
      case "status", "optime/leader" -> KeyAt.of(entry, at, PatroniKeys::status);
      case "failover" -> KeyAt.of(entry, at, PatroniKeys::failover);
      case "sync" -> KeyAt.of(entry, at, PatroniKeys::sync);
      case "history" -> KeyAt.of(entry, at, PatroniKeys::history);
      case "failsafe" -> KeyAt.of(entry, at, PatroniKeys::failsafe);
      default -> null;
    };
  }

  /** The next keys in the making. */
  private static final class Draft {
    /** A cluster with more keys than this is no Patroni's. */
    private static final int MOST_IGNORED = 10_000;

    private final ClusterKeys before;
    private final Map<String, KeyAt<?>> keys;
    private final TreeMap<MemberName, KeyAt<MemberKey>> members;
    private final Set<String> ignored;

    Draft(ClusterKeys before) {
      this.before = before;
      this.keys = new HashMap<>(before.keys);
      this.members = new TreeMap<>(before.members);
      this.ignored = new HashSet<>(before.ignored);
    }

    void put(DcsEntry entry, Instant at, ClusterKeys known) {
      var path = path(entry.key());
      if (path == null) {
        return;
      }
      var member = path.member();
      if (member != null) {
        var old = known.members.get(member);
        members.put(
            member,
            old == null || old.differs(entry)
                ? KeyAt.of(entry, at, value -> PatroniKeys.member(member, value))
                : old);
        return;
      }
      var old = known.keys.get(path.path());
      var key = old == null || old.differs(entry) ? read(path.path(), entry, at) : old;
      if (key != null) {
        keys.put(path.path(), key);
      } else if (ignored.size() < MOST_IGNORED) {
        ignored.add(path.path());
      }
    }

    void delete(String key) {
      var path = path(key);
      if (path == null) {
        return;
      }
      var member = path.member();
      if (member != null) {
        members.remove(member);
      } else {
        keys.remove(path.path());
        ignored.remove(path.path());
      }
    }

    private @Nullable KeyPath path(String key) {
      return KeyPath.of(before.prefix, key)
          .filter(path -> path.cluster().equals(before.id.cluster()))
          .orElse(null);
    }

    ClusterKeys done(long revision, Instant at) {
      return new ClusterKeys(before.id, before.prefix, revision, at, keys, members, ignored);
    }
  }
}

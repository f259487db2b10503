package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.inventory.MemberRetired;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.patroni.MemberName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Expected members in the console's database, and in memory for reading. */
@Component
final class StoredMembers implements ExpectedMembers {
  private static final int LONGEST_URL = 2048;
  private static final int LONGEST_HOST = 300;
  private static final int LONGEST_ROLE = 30;

  private final MemberTable table;
  private final ClusterTable clusters;
  private final Memory memory;
  private final Keeper keeper;
  private final Clock clock;
  private final Object lock = new Object();

  private volatile boolean loaded;

  /** Each value is immutable and sorted by name. */
  private final Map<ClusterId, Map<MemberName, MemberRecord>> byCluster = new ConcurrentHashMap<>();

  StoredMembers(
      MemberTable table, ClusterTable clusters, Memory memory, Keeper keeper, Clock clock) {
    this.table = table;
    this.clusters = clusters;
    this.memory = memory;
    this.keeper = keeper;
    this.clock = clock;
  }

  @Override
  public List<MemberRecord> of(ClusterId cluster) {
    return List.copyOf(byCluster().getOrDefault(cluster, Map.of()).values());
  }

  @Override
  public Map<ClusterId, List<MemberRecord>> in(String dcs) {
    var found = new TreeMap<ClusterId, List<MemberRecord>>();
    byCluster()
        .forEach(
            (cluster, members) -> {
              if (cluster.dcs().equals(dcs)) {
                found.put(cluster, List.copyOf(members.values()));
              }
            });
    return found;
  }

  /** Of all clusters. */
  Map<ClusterId, Map<MemberName, MemberRecord>> all() {
    return Map.copyOf(byCluster());
  }

  private Map<ClusterId, Map<MemberName, MemberRecord>> byCluster() {
    if (!loaded) {
      synchronized (lock) {
        if (!loaded) {
          renew();
        }
      }
    }
    return byCluster;
  }

  /** Reads all of it again: another console may have kept or retired some. */
  void renew() {
    synchronized (lock) {
      var read = new TreeMap<ClusterId, TreeMap<MemberName, MemberRecord>>();
      for (var row : table.expected()) {
        read.computeIfAbsent(row.cluster(), cluster -> new TreeMap<>())
            .put(row.member().name(), row.member());
      }
      byCluster.keySet().retainAll(read.keySet());
      byCluster.putAll(read);
      loaded = true;
    }
  }

  /** Forgets those of a DCS that is gone. */
  void forget(String dcs) {
    synchronized (lock) {
      byCluster.keySet().removeIf(cluster -> cluster.dcs().equals(dcs));
    }
  }

  @Override
  public void keep(ClusterId cluster, Collection<MemberRecord> members) {
    if (!memory.known().dcs().containsKey(cluster.dcs()) || !Texts.keepable(cluster.cluster())) {
      return; // removed while its last events were still on their way, or no Patroni's name
    }
    byCluster();
    synchronized (lock) {
      var present = byCluster.getOrDefault(cluster, Map.of());
      var news = new ArrayList<MemberRecord>();
      var after = new TreeMap<>(present);
      for (var given : members) {
        var before = present.get(given.name());
        var member = bounded(given, before);
        boolean comes =
            before != null
                || (member.absentSince() == null && Texts.keepable(member.name().value()));
        if (comes && !member.equals(before) && (before != null || after.size() < MOST)) {
          news.add(member);
          after.put(member.name(), member);
        }
      }
      if (news.isEmpty()) {
        return;
      }
      keeper.keepAside(
          () -> {
            if (!clusters.exists(cluster)) {
              clusters.insert(cluster, clock.instant());
            }
            news.forEach(member -> table.put(cluster, member));
          });
      byCluster.put(cluster, after);
    }
    if (!memory.known().clusters().containsKey(cluster)) {
      memory.renew();
    }
  }

  /** As it can be kept; first seen stays what it was. */
  private static MemberRecord bounded(MemberRecord given, @Nullable MemberRecord before) {
    return new MemberRecord(
        given.name(),
        Objects.requireNonNullElse(cut(given.lastRole(), LONGEST_ROLE), ""),
        cut(given.host(), LONGEST_HOST),
        given.port(),
        cut(given.apiUrl(), LONGEST_URL),
        before == null ? micros(given.firstSeen()) : before.firstSeen(),
        given.absentSince() == null ? null : micros(given.absentSince()));
  }

  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  private static @Nullable String cut(@Nullable String text, int longest) {
    if (text == null) {
      return null;
    }
    var plain = text.replace("\0", "");
    return plain.length() > longest ? plain.substring(0, longest) : plain;
  }

  @Override
  public void retire(Actor actor, ClusterId cluster, MemberName member, String reason) {
    var record = memory.known().clusters().get(cluster);
    var environment = record == null ? "" : record.environmentName();
    keeper.require(actor, environment, "member.retired");
    var because = Texts.line("reason", reason, 500);
    byCluster();
    synchronized (lock) {
      var present = byCluster.getOrDefault(cluster, Map.of());
      var known = present.get(member);
      if (known == null) {
        throw new Unacceptable("member", "member.unknown", member.value());
      }
      if (known.absentSince() == null) {
        throw new Unacceptable("member", "member.there", member.value());
      }
      keeper.keepAside(
          () -> {
            if (!table.retire(cluster, member, clock.instant(), actor.name(), because)) {
              throw new Unacceptable("member", "member.there", member.value());
            }
            keeper.note(
                actor,
                "member.retired",
                StoredClusters.subject(cluster, environment),
                Map.of(
                    "member",
                    member.value(),
                    "lastRole",
                    known.lastRole(),
                    "absentSince",
                    String.valueOf(known.absentSince()),
                    "reason",
                    because));
          });
      var after = new TreeMap<>(present);
      after.remove(member);
      byCluster.put(cluster, after);
    }
    keeper.tell(new MemberRetired(cluster, member));
  }
}

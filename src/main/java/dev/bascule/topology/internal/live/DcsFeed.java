package dev.bascule.topology.internal.live;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.bascule.dcs.Dcs;
import dev.bascule.dcs.DcsChange;
import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsEvent;
import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.ClusterTrack;
import dev.bascule.topology.KeyPath;
import dev.bascule.topology.Sight;
import dev.bascule.topology.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One DCS: its stream applied to its clusters, each of them touched only by its own keys. Steps are
 * told in order; whoever is told must return at once.
 *
 * <p>What can't be applied to one cluster is kept from the others: that cluster stays as it was
 * known until it was read anew, since what comes after a gap can't be applied either.
 */
final class DcsFeed {
  private static final Logger log = LoggerFactory.getLogger(DcsFeed.class);
  private static final Duration READING_ANEW = Duration.ofSeconds(10);

  private final DcsConnection connection;
  private final Dcs dcs;
  private final LiveFleet fleet;
  private final Clock clock;
  private final Function<ClusterId, Surroundings> around;
  private final Supplier<Set<String>> expected;
  private final Map<String, ClusterTrack> tracks = new ConcurrentHashMap<>();
  private volatile Sight sight;
  private Dcs.@Nullable DcsStream stream;

  @GuardedBy("this")
  private boolean blind;

  /** Clusters with a gap, and how much arrived for each since. */
  @GuardedBy("this")
  private final Map<String, Integer> gaps = new HashMap<>();

  /** Clusters that had a gap, each told of once. */
  @GuardedBy("this")
  private final Set<String> broken = new HashSet<>();

  /** Clusters of which the inventory couldn't be asked. */
  @GuardedBy("this")
  private final Set<String> alone = new HashSet<>();

  /**
   * Not started yet.
   *
   * @param around what is known of a cluster besides its keys
   * @param expected the clusters of which members are expected
   */
  DcsFeed(
      DcsConnection connection,
      Dcs dcs,
      LiveFleet fleet,
      Clock clock,
      Function<ClusterId, Surroundings> around,
      Supplier<Set<String>> expected) {
    this.connection = connection;
    this.dcs = dcs;
    this.fleet = fleet;
    this.clock = clock;
    this.around = around;
    this.expected = expected;
    this.sight = new Sight.Connecting(clock.instant());
  }

  String name() {
    return connection.name();
  }

  DcsConnection connection() {
    return connection;
  }

  Sight sight() {
    return sight;
  }

  void start() {
    stream = dcs.follow(connection, this::accept);
  }

  void close() {
    var open = stream;
    if (open != null) {
      open.close();
    }
  }

  Optional<ClusterState> state(ClusterId id) {
    return Optional.ofNullable(tracks.get(id.cluster())).map(ClusterTrack::state);
  }

  Collection<ClusterState> states() {
    return tracks.values().stream().map(ClusterTrack::state).toList();
  }

  ClusterState readNow(ClusterId id, Duration limit) throws Dcs.DcsUnreachable {
    var snapshot = dcs.read(connection, connection.prefix() + id.cluster() + "/", limit);
    var now = clock.instant();
    var track = tracks.get(id.cluster());
    if (track == null) {
      track = ClusterTrack.unseen(id, connection.prefix(), around.apply(id), now);
    }
    return track.listed(snapshot.revision(), snapshot.entries(), now).state();
  }

  private void accept(DcsEvent event) {
    switch (event) {
      case DcsEvent.Listed(var revision, var entries, var at) -> listed(revision, entries, at);
      case DcsEvent.Changed(var revision, var changes, var at) -> changed(revision, changes, at);
      case DcsEvent.Alive(var revision, var at, var roundTrip) -> {
        see(new Sight.InSight(at, revision, roundTrip));
        ripen(at);
        mend();
      }
      case DcsEvent.OutOfSight(var trouble, var since) -> lost(trouble.name(), since);
    }
  }

  private synchronized void listed(
      long revision, List<dev.bascule.dcs.DcsEntry> entries, Instant at) {
    var byCluster = new HashMap<String, List<dev.bascule.dcs.DcsEntry>>();
    for (var entry : entries) {
      KeyPath.of(connection.prefix(), entry.key())
          .ifPresent(
              path ->
                  byCluster.computeIfAbsent(path.cluster(), name -> new ArrayList<>()).add(entry));
    }
    var names = new HashSet<>(tracks.keySet());
    names.addAll(byCluster.keySet());
    // what went while nobody looked is shown as gone instead of not at all
    names.addAll(expectedHere());
    var caughtUp = blind;
    blind = false;
    gaps.clear();
    for (var name : names) {
      var own = byCluster.getOrDefault(name, List.<dev.bascule.dcs.DcsEntry>of());
      var track = tracks.get(name);
      if (track == null || !track.holds(own)) {
        step(name, at, caughtUp, one -> one.listed(revision, own, at));
      }
    }
  }

  private Set<String> expectedHere() {
    try {
      return expected.get();
    } catch (RuntimeException e) {
      log.warn("who is expected in {} is not known: {}", name(), e.toString());
      return Set.of();
    }
  }

  private synchronized void changed(long revision, List<DcsChange> changes, Instant at) {
    var byCluster = new HashMap<String, List<DcsChange>>();
    for (var change : changes) {
      KeyPath.of(connection.prefix(), change.key())
          .ifPresent(
              path ->
                  byCluster.computeIfAbsent(path.cluster(), name -> new ArrayList<>()).add(change));
    }
    byCluster.forEach(
        (name, own) -> {
          if (gaps.computeIfPresent(name, (gap, arrived) -> arrived + 1) == null) {
            step(name, at, false, track -> track.changed(revision, own, at));
          }
        });
  }

  /** Reads clusters with a gap anew, and asks the inventory again where it didn't answer. */
  private synchronized void mend() {
    for (var name : List.copyOf(alone)) {
      var id = new ClusterId(name(), name);
      alone.remove(name);
      var kept = aroundOf(id);
      if (alone.contains(name)) {
        return; // it doesn't answer yet
      }
      surrounded(
          id, now -> now.withExpected(kept.expected(), now.retired()).withHosts(kept.hosts()));
    }
    gaps.forEach(
        (name, arrived) ->
            Thread.ofVirtual().name("dcs-anew-" + name).start(() -> readAnew(name, arrived)));
  }

  private void readAnew(String name, int arrived) {
    try {
      var snapshot = dcs.read(connection, connection.prefix() + name + "/", READING_ANEW);
      synchronized (this) {
        // what arrived meanwhile may be newer than what was read
        if (Objects.equals(gaps.get(name), arrived)) {
          gaps.remove(name);
          var at = clock.instant();
          step(name, at, true, track -> track.listed(snapshot.revision(), snapshot.entries(), at));
        }
      }
    } catch (Dcs.DcsUnreachable e) {
      log.debug("{}/{} can't be read anew yet: {}", name(), name, e.trouble());
    }
  }

  /** Some facts follow from time alone, as long as the DCS is seen to be silent. */
  private synchronized void ripen(Instant at) {
    tracks.forEach(
        (name, track) -> {
          if (track.ripensBy(at)) {
            step(name, at, false, one -> one.asOf(at));
          }
        });
  }

  /** Something else than its keys is known of a cluster now; nothing happens if it isn't there. */
  synchronized void surrounded(ClusterId id, UnaryOperator<Surroundings> change) {
    var track = tracks.get(id.cluster());
    if (track != null) {
      var next = change.apply(track.around());
      if (!next.equals(track.around())) {
        step(id.cluster(), clock.instant(), false, one -> one.within(next));
      }
    }
  }

  /** Tells of a cluster as it is. */
  synchronized void retell(ClusterId id) {
    state(id).ifPresent(state -> fleet.changed(new ClusterChange(id, state, state, false)));
  }

  @GuardedBy("this")
  void step(String name, Instant at, boolean caughtUp, UnaryOperator<ClusterTrack> forward) {
    var id = new ClusterId(name(), name);
    var track = tracks.get(name);
    var before = track == null ? null : track.state();
    ClusterTrack next;
    try {
      if (track == null) {
        track = ClusterTrack.unseen(id, connection.prefix(), aroundOf(id), at);
      }
      next = forward.apply(track);
    } catch (RuntimeException e) {
      if (broken.add(name)) {
        log.error("a step of {} could not be applied: it is read anew", id, e);
      }
      gaps.put(name, 0);
      return;
    }
    if (next.forgettable()) {
      tracks.remove(name);
      fleet.changed(new ClusterChange(id, before, null, caughtUp));
    } else {
      tracks.put(name, next);
      fleet.changed(new ClusterChange(id, before, next.state(), caughtUp));
    }
  }

  /** What the inventory keeps; nothing while it can't be asked: viewing goes on without it. */
  @GuardedBy("this")
  private Surroundings aroundOf(ClusterId id) {
    try {
      return around.apply(id);
    } catch (RuntimeException e) {
      if (alone.add(id.cluster()) && alone.size() == 1) {
        log.warn("what is kept of {} could not be read: {}", id, e.toString());
      }
      return Surroundings.NONE;
    }
  }

  private void see(Sight now) {
    sight = now;
    fleet.sightChanged(name());
  }

  private void lost(String trouble, Instant since) {
    synchronized (this) {
      blind = true;
    }
    var seen = sight.lastSeen();
    var kind =
        trouble.equals("QUORUM_LOST") ? Sight.Blindness.QUORUM_LOST : Sight.Blindness.UNKNOWN;
    see(new Sight.OutOfSight(kind, since, seen, trouble));
  }

  /** Whose trouble it is, as the members say; nothing happens when the DCS is in sight again. */
  void explain(Sight.Blindness kind) {
    if (sight instanceof Sight.OutOfSight(var known, var since, var seen, var trouble)
        && known != kind) {
      see(new Sight.OutOfSight(kind, since, seen, trouble));
    }
  }
}

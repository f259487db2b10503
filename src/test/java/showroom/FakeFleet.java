package showroom;

import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A fleet that is what it is told to be. */
public final class FakeFleet implements Fleet {
  private final Map<ClusterId, ClusterState> clusters = new ConcurrentHashMap<>();
  private final Map<String, Sight> sights = new ConcurrentHashMap<>();
  private final List<Consumer<ClusterChange>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> sightListeners = new CopyOnWriteArrayList<>();

  /** A cluster's next state. */
  public void put(ClusterState state) {
    put(state, false);
  }

  /** A cluster's next state, perhaps found after blindness. */
  public void put(ClusterState state, boolean caughtUp) {
    ClusterState before = clusters.put(state.id(), state);
    ClusterChange change = new ClusterChange(state.id(), before, state, caughtUp);
    listeners.forEach(listener -> listener.accept(change));
  }

  /** A cluster is gone. */
  public void remove(ClusterId id) {
    ClusterState before = clusters.remove(id);
    listeners.forEach(listener -> listener.accept(new ClusterChange(id, before, null, false)));
  }

  /** Everything is gone. */
  public void clear() {
    List.copyOf(clusters.keySet()).forEach(this::remove);
  }

  /** How a DCS is seen from now on. */
  public void sight(String dcs, Sight sight) {
    sights.put(dcs, sight);
    sightListeners.forEach(listener -> listener.accept(dcs));
  }

  /** How many listen to clusters. */
  public int listeners() {
    return listeners.size();
  }

  @Override
  public Optional<ClusterState> cluster(ClusterId id) {
    return Optional.ofNullable(clusters.get(id));
  }

  @Override
  public Collection<ClusterState> all() {
    return List.copyOf(clusters.values());
  }

  @Override
  public Sight sight(String dcs) {
    return sights.getOrDefault(dcs, new Sight.Connecting(Instant.now()));
  }

  @Override
  public Runnable subscribe(Consumer<ClusterChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public Runnable watchSight(Consumer<String> listener) {
    sightListeners.add(listener);
    return () -> sightListeners.remove(listener);
  }

  @Override
  public ClusterState readNow(ClusterId id, Duration limit) throws DcsOutOfSight {
    return cluster(id).orElseThrow(() -> new DcsOutOfSight(id.dcs(), "TIMED_OUT"));
  }
}

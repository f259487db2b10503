package dev.bascule.topology;

import dev.bascule.inventory.ClusterId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A fleet that is what a test says. */
public final class MemoryFleet implements Fleet {
  private final Map<ClusterId, ClusterState> states = new HashMap<>();
  private final Map<String, Sight> sights = new HashMap<>();
  private final List<Consumer<ClusterChange>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

  /** A cluster is so now; whoever subscribed is told. */
  public void show(ClusterState state) {
    var before = states.put(state.id(), state);
    listeners.forEach(
        listener -> listener.accept(new ClusterChange(state.id(), before, state, false)));
  }

  /** A DCS is seen so now; whoever watches is told. */
  public void see(String dcs, Sight sight) {
    sights.put(dcs, sight);
    watchers.forEach(watcher -> watcher.accept(dcs));
  }

  @Override
  public Optional<ClusterState> cluster(ClusterId id) {
    return Optional.ofNullable(states.get(id));
  }

  @Override
  public Collection<ClusterState> all() {
    return List.copyOf(states.values());
  }

  @Override
  public Sight sight(String dcs) {
    return sights.getOrDefault(dcs, new Sight.Connecting(java.time.Instant.EPOCH));
  }

  @Override
  public Runnable subscribe(Consumer<ClusterChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public Runnable watchSight(Consumer<String> listener) {
    watchers.add(listener);
    return () -> watchers.remove(listener);
  }

  @Override
  public ClusterState readNow(ClusterId id, Duration limit) throws DcsOutOfSight {
    return cluster(id).orElseThrow(() -> new DcsOutOfSight(id.dcs(), "TIMED_OUT"));
  }
}

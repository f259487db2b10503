package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.SampleCluster;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Sight;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One cluster, as a test says. */
final class FakeFleet implements Fleet {
  private final List<Consumer<ClusterChange>> listeners = new CopyOnWriteArrayList<>();
  private volatile ClusterState state = SampleCluster.healthy().state();
  private volatile boolean outOfSight;

  /** The cluster changes. */
  void show(ClusterState next) {
    ClusterState before = state;
    state = next;
    listeners.forEach(
        listener -> listener.accept(new ClusterChange(next.id(), before, next, false)));
  }

  /** The DCS answers no more, or again. */
  void outOfSight(boolean blind) {
    outOfSight = blind;
  }

  ClusterState state() {
    return state;
  }

  @Override
  public Optional<ClusterState> cluster(ClusterId id) {
    return id.equals(state.id()) ? Optional.of(state) : Optional.empty();
  }

  @Override
  public Collection<ClusterState> all() {
    return List.of(state);
  }

  @Override
  public Sight sight(String dcs) {
    return outOfSight
        ? new Sight.OutOfSight(
            Sight.Blindness.CONSOLE_CUT_OFF, SampleCluster.NOW, SampleCluster.NOW, "TIMED_OUT")
        : new Sight.InSight(SampleCluster.NOW, state.revision(), Duration.ofMillis(3));
  }

  @Override
  public Runnable subscribe(Consumer<ClusterChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public Runnable watchSight(Consumer<String> listener) {
    return () -> {};
  }

  @Override
  public ClusterState readNow(ClusterId id, Duration limit) throws DcsOutOfSight {
    if (outOfSight) {
      throw new DcsOutOfSight(id.dcs(), "TIMED_OUT");
    }
    return state;
  }

  int listeners() {
    return listeners.size();
  }
}

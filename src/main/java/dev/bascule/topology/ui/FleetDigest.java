package dev.bascule.topology.ui;

import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.Anomaly;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Severity;
import dev.bascule.ui.Watched;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The fleet's problems, kept up to date once for all open pages: those who watch are told only when
 * a problem came, went or changed, not at every new LSN.
 */
@Component
class FleetDigest implements Watched {
  private final Fleet fleet;
  private final Map<ClusterId, Entry> entries = new ConcurrentHashMap<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private @Nullable Runnable end;

  FleetDigest(Fleet fleet) {
    this.fleet = fleet;
  }

  /**
   * What is wrong with one cluster.
   *
   * @param anomalies gravest first
   */
  record Entry(ClusterId cluster, List<Anomaly> anomalies, boolean paused) {
    static Entry of(ClusterState state) {
      return new Entry(state.id(), state.anomalies(), state.paused());
    }

    Optional<Severity> severity() {
      return anomalies.isEmpty() ? Optional.empty() : Optional.of(anomalies.getFirst().severity());
    }

    /** Whether there is more than something good to know. */
    boolean problem() {
      return severity().filter(severity -> severity != Severity.INFO).isPresent();
    }
  }

  @PostConstruct
  void begin() {
    end = fleet.subscribe(this::changed);
    for (ClusterState state : fleet.all()) {
      entries.putIfAbsent(state.id(), Entry.of(state));
    }
  }

  @PreDestroy
  void stop() {
    if (end != null) {
      end.run();
    }
  }

  /** Every cluster with what is wrong with it, in no order. */
  Collection<Entry> entries() {
    return entries.values();
  }

  @Override
  public Runnable watch(Runnable changed) {
    watchers.add(changed);
    return () -> watchers.remove(changed);
  }

  private void changed(ClusterChange change) {
    ClusterState after = change.after();
    boolean differs;
    if (after == null) {
      differs = entries.remove(change.id()) != null;
    } else {
      Entry now = Entry.of(after);
      differs = !now.equals(entries.put(change.id(), now));
    }
    if (differs) {
      watchers.forEach(Runnable::run);
    }
  }
}

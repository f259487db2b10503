package dev.bascule.topology.internal.live;

import dev.bascule.dcs.Dcs;
import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Sight;
import dev.bascule.topology.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The one model. Feeds write to it, everybody else reads. */
@Component
class LiveFleet implements Fleet {
  private static final Logger log = LoggerFactory.getLogger(LiveFleet.class);

  private final Map<String, DcsFeed> feeds = new ConcurrentHashMap<>();
  private final List<Consumer<ClusterChange>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> sightListeners = new CopyOnWriteArrayList<>();
  private final Clock clock;

  LiveFleet(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Optional<ClusterState> cluster(ClusterId id) {
    return Optional.ofNullable(feeds.get(id.dcs())).flatMap(feed -> feed.state(id));
  }

  @Override
  public Collection<ClusterState> all() {
    return feeds.values().stream().flatMap(feed -> feed.states().stream()).toList();
  }

  @Override
  public Sight sight(String dcs) {
    var feed = feeds.get(dcs);
    return feed == null ? new Sight.Connecting(clock.instant()) : feed.sight();
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
    var feed = feeds.get(id.dcs());
    if (feed == null) {
      throw new DcsOutOfSight(id.dcs(), "it is not in the inventory");
    }
    try {
      return feed.readNow(id, limit);
    } catch (Dcs.DcsUnreachable e) {
      throw new DcsOutOfSight(id.dcs(), e.trouble().name());
    }
  }

  /** Something else than its keys is known of a cluster now. */
  void surrounded(ClusterId id, UnaryOperator<Surroundings> change) {
    var feed = feeds.get(id.dcs());
    if (feed != null) {
      feed.surrounded(id, change);
    }
  }

  /** Something that is kept beside a cluster's state has changed: whoever shows it looks again. */
  void retell(ClusterId id) {
    var feed = feeds.get(id.dcs());
    if (feed != null) {
      feed.retell(id);
    }
  }

  Collection<DcsFeed> feeds() {
    return feeds.values();
  }

  /** Puts a feed in the place of the one with the same name, which ends. */
  void replace(DcsFeed feed) {
    var before = feeds.put(feed.name(), feed);
    if (before != null) {
      before.close();
    }
    feed.start();
  }

  void remove(String dcs) {
    var feed = feeds.remove(dcs);
    if (feed != null) {
      feed.close();
      feed.states().forEach(state -> changed(new ClusterChange(state.id(), state, null, false)));
    }
  }

  void changed(ClusterChange change) {
    tell(listeners, change);
  }

  void sightChanged(String dcs) {
    tell(sightListeners, dcs);
  }

  /** One listener's defect is not another's. */
  private static <T> void tell(List<Consumer<T>> listeners, T value) {
    for (var listener : listeners) {
      try {
        listener.accept(value);
      } catch (RuntimeException e) {
        log.error("a listener of the fleet failed", e);
      }
    }
  }
}

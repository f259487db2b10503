package dev.bascule.topology.ui;

import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.ClusterState;
import dev.bascule.ui.Formats;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Rows of the fleet page, made once for all open pages in the same language and time zone: many
 * tabs show the same clusters at the same moment.
 */
@Component
class FleetRows {
  /** Languages with zones that are kept; one more lets the oldest go. */
  private static final int READERS = 8;

  private final Map<Formats, Map<ClusterId, Made>> made = new LinkedHashMap<>();

  private record Made(ClusterState state, Background.Kept kept, FleetRow row) {}

  /** A cluster's row as it is now; any thread. */
  @SuppressWarnings("ReferenceEquality") // the same state, or another one: nothing between counts
  FleetRow of(ClusterState state, Background.Kept kept, Words words) {
    var rows = rows(words.formats());
    var known = rows.get(state.id());
    if (known != null && known.state == state && known.kept.equals(kept)) {
      return known.row;
    }
    var row = FleetRow.of(state, kept, words);
    rows.put(state.id(), new Made(state, kept, row));
    return row;
  }

  /** A cluster is gone. */
  void forget(ClusterId id) {
    synchronized (made) {
      made.values().forEach(rows -> rows.remove(id));
    }
  }

  private Map<ClusterId, Made> rows(Formats reader) {
    synchronized (made) {
      var rows = made.computeIfAbsent(reader, formats -> new ConcurrentHashMap<>());
      if (made.size() > READERS) {
        var oldest = made.keySet().iterator();
        oldest.next();
        oldest.remove();
      }
      return rows;
    }
  }
}

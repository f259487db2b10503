package dev.bascule.topology.ui;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.bascule.inventory.ClusterId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one open fleet page: all, and those shown in their order. Not thread-safe: it belongs
 * to one UI.
 */
final class FleetList {
  private final Map<ClusterId, FleetRow> all = new HashMap<>();
  private final Map<Filter, Integer> counts = new EnumMap<>(Filter.class);
  private final Map<ClusterId, Integer> places = new HashMap<>();
  private List<FleetRow> shown = List.of();
  private Filter filter = Filter.ALL;
  private String text = "";

  /** Views over the one grid; each has an address. */
  enum Filter {
    ALL(row -> true),
    PROBLEMS(FleetRow::problem),
    NO_WAY_OUT(FleetRow::noWayOut),
    PENDING_RESTARTS(row -> row.pendingRestarts() > 0),
    PAUSED(FleetRow::paused),
    SCHEDULED(row -> row.scheduled() != null),
    HEALTHY(FleetRow::healthy);

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Predicate<FleetRow> shows;

    Filter(Predicate<FleetRow> shows) {
      this.shows = shows;
    }

    /** Its name in an address. */
    String path() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Filter of(String path) {
      for (Filter filter : values()) {
        if (filter.path().equals(path)) {
          return filter;
        }
      }
      return ALL;
    }
  }

  /** What a change means for the grid. */
  enum Effect {
    /** Nothing visible. */
    NOTHING,
    /** One row shows something else in its place. */
    ROW,
    /** Rows came, went or moved. */
    ORDER
  }

  /** Begins anew with these rows. */
  void reset(Collection<FleetRow> rows) {
    all.clear();
    counts.clear();
    rows.forEach(this::keep);
    arrange();
  }

  /** Shows others: a view, and text that every shown row contains. */
  void show(Filter filter, String text) {
    this.filter = filter;
    this.text = text.strip().toLowerCase(Locale.ROOT);
    arrange();
  }

  /**
   * Takes a cluster's new row, or that it is gone. Rows keep their places until {@link #arrange}.
   */
  Effect put(ClusterId id, @Nullable FleetRow row) {
    FleetRow before = row == null ? all.remove(id) : keep(row);
    if (row == null) {
      count(before, -1);
      return before != null && shows(before) ? Effect.ORDER : Effect.NOTHING;
    }
    if (row.equals(before)) {
      return Effect.NOTHING;
    }
    boolean was = before != null && shows(before);
    boolean is = shows(row);
    if (!was && !is) {
      return Effect.NOTHING;
    }
    Integer at = places.get(id);
    if (at != null) {
      shown.set(at, row);
    }
    boolean stays = was && is && at != null && FleetRow.ORDER.compare(before, row) == 0;
    return stays ? Effect.ROW : Effect.ORDER;
  }

  @CanIgnoreReturnValue
  private @Nullable FleetRow keep(FleetRow row) {
    FleetRow before = all.put(row.id(), row);
    count(before, -1);
    count(row, 1);
    return before;
  }

  private void count(@Nullable FleetRow row, int more) {
    if (row != null) {
      for (Filter one : Filter.values()) {
        if (one.shows.test(row)) {
          counts.merge(one, more, Integer::sum);
        }
      }
    }
  }

  private boolean shows(FleetRow row) {
    return filter.shows.test(row) && (text.isEmpty() || row.search().contains(text));
  }

  /** Brings the rows into their order again, with those that came and without those that went. */
  void arrange() {
    List<FleetRow> rows = new ArrayList<>();
    for (FleetRow row : all.values()) {
      if (shows(row)) {
        rows.add(row);
      }
    }
    rows.sort(FleetRow.ORDER);
    shown = rows;
    places.clear();
    for (int i = 0; i < rows.size(); i++) {
      places.put(rows.get(i).id(), i);
    }
  }

  /** The rows shown, in their order. */
  List<FleetRow> shown() {
    return shown;
  }

  /** How many rows there are in all. */
  int size() {
    return all.size();
  }

  /** How many rows a view has, whatever text is typed. */
  int count(Filter view) {
    return counts.getOrDefault(view, 0);
  }
}

package dev.bascule.topology.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.ui.EmptyState;
import dev.bascule.ui.EnvironmentFilter;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Links;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every cluster, one row each, problems first. */
@Route("fleet")
@Menu(title = "topology.fleet.title", order = 10, icon = "fleet")
@PermitAll
class FleetView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_TEXT = 200;

  /** A lag's next figure is read no faster than this. */
  private static final Duration CALM = Duration.ofMillis(500);

  private final transient Fleet fleet;
  private final transient FleetRows rows;
  private final transient Background background;
  private final transient Visible visible;
  private final transient FleetList list = new FleetList();
  private final FleetGrid grid;
  private final Nav views = new Nav();
  private final Map<FleetList.Filter, Anchor> links = new EnumMap<>(FleetList.Filter.class);
  private final Map<FleetList.Filter, Integer> counted = new EnumMap<>(FleetList.Filter.class);
  private final TextField search = new TextField();
  private final EmptyState nothing;
  private final EmptyState noMatch;
  private transient FleetList.Filter filter = FleetList.Filter.ALL;
  private transient @Nullable Words words;
  private transient Runnable disorder = () -> {};
  private transient Predicate<Optional<String>> mayView = environment -> false;

  FleetView(Fleet fleet, FleetRows rows, Background background, Visible visible) {
    super("topology.fleet.title");
    this.fleet = fleet;
    this.rows = rows;
    this.background = background;
    this.visible = visible;
    addClassName("fleet");
    grid = new FleetGrid(list);
    nothing =
        new EmptyState(
            Glyph.FLEET,
            getTranslation("topology.fleet.empty.title"),
            getTranslation("topology.fleet.empty.text"),
            new Anchor("infrastructure/dcs/new", getTranslation("topology.fleet.empty.add")));
    noMatch =
        new EmptyState(
            Glyph.SEARCH,
            getTranslation("topology.fleet.nomatch.title"),
            getTranslation("topology.fleet.nomatch.text"),
            new Anchor("fleet", getTranslation("topology.fleet.nomatch.all")));
    views.addClassName("fleet-views");
    views.getElement().setAttribute("aria-label", getTranslation("topology.fleet.views"));
    for (FleetList.Filter one : FleetList.Filter.values()) {
      Anchor link = new Anchor();
      links.put(one, link);
      views.add(link);
    }
    search.setPlaceholder(getTranslation("topology.fleet.search"));
    search.setAriaLabel(getTranslation("topology.fleet.search"));
    search.setPrefixComponent(Glyph.SEARCH.icon());
    search.setClearButtonVisible(true);
    search.setMaxLength(LONGEST_TEXT);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(120);
    search.addValueChangeListener(
        change -> {
          show();
          if (change.isFromClient()) {
            keepInAddress();
          }
        });
    addActions(search);
    add(views, grid, nothing, noMatch);
    LiveBinding.<ClusterChange>of(this, fleet::subscribe)
        .keyedBy(ClusterChange::id)
        .atOnceWhen(ClusterChange::leaderChanged)
        .calmly(CALM)
        .render(this::apply);
    LiveBinding.<String>of(this, this::watchOrder)
        .calmly(Duration.ofSeconds(1))
        .render(moved -> arrange());
    LiveBinding.<String>of(this, fleet::watchSight)
        .keyedBy(dcs -> dcs)
        .render(seen -> seen.forEach(this::tellSight));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    filter = FleetList.Filter.of(query.getSingleParameter("view").orElse(""));
    String text = query.getSingleParameter("q").orElse("");
    search.setValue(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    show();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    words = new Words(this::getTranslation, Formats.of(event.getUI()));
    EnvironmentFilter environments = EnvironmentFilter.of(event.getUI());
    Runnable end = environments.watch(this::load);
    addDetachListener(
        detach -> {
          detach.unregisterListener();
          end.run();
        });
    load();
  }

  private void load() {
    Words now = words;
    if (now == null) {
      return;
    }
    mayView = visible.environments();
    list.reset(
        fleet.all().stream()
            .filter(state -> shows(state.id()))
            .map(state -> rows.of(state, background.kept(state.id()), now))
            .toList());
    show();
    fleet.all().stream().map(state -> state.id().dcs()).distinct().forEach(this::tellSight);
  }

  private boolean shows(ClusterId id) {
    Optional<String> environment = background.kept(id).environmentName();
    boolean chosen = getUI().map(ui -> EnvironmentFilter.of(ui).shows(environment)).orElse(true);
    return chosen && mayView.test(environment);
  }

  private void apply(List<ClusterChange> changes) {
    Words now = words;
    if (now == null) {
      return;
    }
    boolean any = false;
    for (ClusterChange change : changes) {
      ClusterState after = change.after();
      if (after == null) {
        rows.forget(change.id());
      }
      FleetRow row =
          after == null || !shows(change.id())
              ? null
              : rows.of(after, background.kept(change.id()), now);
      FleetList.Effect effect = list.put(change.id(), row);
      if (effect == FleetList.Effect.NOTHING) {
        continue;
      }
      any = true;
      if (row != null) {
        grid.refresh(row);
      }
      if (effect == FleetList.Effect.ORDER) {
        disorder.run();
      }
    }
    if (any) {
      showCounts();
    }
  }

  /** Rows move at most this often: nobody can read a list that jumps. */
  private Runnable watchOrder(Consumer<String> listener) {
    disorder = () -> listener.accept("");
    return () -> disorder = () -> {};
  }

  private void arrange() {
    list.arrange();
    grid.refreshAll();
    showCounts();
  }

  private void show() {
    list.show(filter, search.getValue());
    grid.refreshAll();
    showCounts();
  }

  private void showCounts() {
    links.forEach((one, link) -> showCount(one, link, list.count(one)));
    boolean none = list.size() == 0 && !background.anyDcs();
    boolean match = !list.shown().isEmpty();
    nothing.setVisible(none);
    noMatch.setVisible(!none && !match);
    grid.setVisible(match);
    views.setVisible(!none);
    search.setVisible(!none);
  }

  /** Touches nothing of a link that shows it already: this runs at each of many changes. */
  private void showCount(FleetList.Filter one, Anchor link, int count) {
    Integer before = counted.put(one, count);
    if (before == null) {
      link.add(new Span(), new Span(getTranslation("topology.fleet.view." + one.path())));
      link.getElement().getChild(0).getClassList().add("stat");
      link.setHref(one == FleetList.Filter.ALL ? "fleet" : "fleet?view=" + one.path());
    }
    if (before == null || before != count) {
      link.getElement().getChild(0).setText(Integer.toString(count));
      link.setClassName("quiet", count == 0);
      link.setClassName("attention", one == FleetList.Filter.PROBLEMS && count > 0);
    }
    if (one == filter) {
      link.getElement().setAttribute("aria-current", "page");
    } else {
      link.getElement().removeAttribute("aria-current");
    }
  }

  private void keepInAddress() {
    StringBuilder address = new StringBuilder("fleet");
    String text = search.getValue().strip();
    char sign = '?';
    if (filter != FleetList.Filter.ALL) {
      address.append(sign).append("view=").append(filter.path());
      sign = '&';
    }
    if (!text.isEmpty()) {
      address.append(sign).append("q=").append(Links.query(text));
    }
    getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address.toString()));
  }

  private void tellSight(String dcs) {
    getUI().ifPresent(ui -> SightClock.tell(ui, dcs, fleet.sight(dcs)));
  }
}

package dev.bascule.topology.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.CloseLook;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Journal;
import dev.bascule.topology.JournalEntry;
import dev.bascule.topology.Sight;
import dev.bascule.ui.EmptyState;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Links;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * One cluster, live: header, anomalies, and tabs with addresses of their own. A name that can't
 * stand in a path has the address {@code /clusters?dcs=…&cluster=…}.
 */
@Route("clusters/:dcs/:cluster/:tab?")
@RouteAlias("clusters")
@PermitAll
class ClusterView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Fleet fleet;
  private final transient Journal journal;
  private final transient CloseLook closeLook;
  private final transient Background background;
  private final transient Visible visible;
  private final transient Clock clock;
  private final transient List<ClusterPagePart> parts;

  private final ClusterHeader header = new ClusterHeader();
  private final AnomalyList anomalies = new AnomalyList();
  private final ClusterTabs tabs;
  private final Div body = new Div();
  private final transient SwitchoverButton ask = new SwitchoverButton(() -> ask(Optional.empty()));
  private final transient LastEvents lastEvents;

  private volatile @Nullable ClusterId id;
  private String tab = "";
  private transient @Nullable Words words;
  private transient @Nullable Overview overview;
  private transient @Nullable History history;
  private transient List<JournalEntry> entries = List.of();
  private transient ClusterLive live = new ClusterLive();
  private transient @Nullable Runnable endLooking;

  ClusterView(
      Fleet fleet,
      Journal journal,
      CloseLook closeLook,
      Background background,
      Visible visible,
      Clock clock,
      ObjectProvider<ClusterPagePart> parts) {
    super("topology.cluster.title");
    this.fleet = fleet;
    this.journal = journal;
    this.closeLook = closeLook;
    this.background = background;
    this.visible = visible;
    this.clock = clock;
    this.parts = parts.stream().sorted(Comparator.comparingInt(ClusterPagePart::order)).toList();
    this.tabs = new ClusterTabs(this.parts);
    this.lastEvents = new LastEvents(journal);
    addClassName("cluster");
    add(header, anomalies, tabs, body);
    LiveBinding.<ClusterChange>of(this, this::subscribe)
        .atOnceWhen(ClusterChange::leaderChanged)
        .merging(ClusterView::together)
        .render(changes -> changes.forEach(this::apply));
    LiveBinding.<String>of(this, this::watchSight).render(seen -> showSight());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var path = event.getRouteParameters();
    var query = event.getLocation().getQueryParameters();
    String dcs = path.get("dcs").or(() -> query.getSingleParameter("dcs")).orElse("");
    String name = path.get("cluster").or(() -> query.getSingleParameter("cluster")).orElse("");
    tab = path.get("tab").or(() -> query.getSingleParameter("tab")).orElse(ClusterTabs.OVERVIEW);
    if (dcs.isEmpty() || name.isEmpty() || !known(new ClusterId(dcs, name))) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    ClusterId wanted = new ClusterId(dcs, name);
    boolean other = !wanted.equals(id);
    id = wanted;
    setHeading(name);
    if (other && isAttached()) {
      live = new ClusterLive();
      open();
    } else if (isAttached()) {
      showTab(wanted);
    }
  }

  /** Whether it exists and may be seen; one that a DCS not yet read may have counts as existing. */
  private boolean known(ClusterId cluster) {
    boolean there =
        fleet.cluster(cluster).isPresent()
            || fleet.sight(cluster.dcs()) instanceof Sight.Connecting;
    return there && visible.mayView(cluster);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    words = new Words(this::getTranslation, Formats.of(event.getUI()));
    if (id != null) {
      open();
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    endLooking();
  }

  /** While the page is open its members are asked themselves, too. */
  private void look(ClusterId cluster) {
    endLooking();
    endLooking = closeLook.keep(cluster);
  }

  private void endLooking() {
    Runnable end = endLooking;
    endLooking = null;
    if (end != null) {
      end.run();
    }
  }

  private Runnable subscribe(java.util.function.Consumer<ClusterChange> listener) {
    return fleet.subscribe(
        change -> {
          if (change.id().equals(id)) {
            listener.accept(change);
          }
        });
  }

  private Runnable watchSight(java.util.function.Consumer<String> listener) {
    return fleet.watchSight(
        dcs -> {
          ClusterId cluster = id;
          if (cluster != null && cluster.dcs().equals(dcs)) {
            listener.accept(dcs);
          }
        });
  }

  private static ClusterChange together(ClusterChange older, ClusterChange newer) {
    return new ClusterChange(
        newer.id(), older.before(), newer.after(), older.caughtUp() || newer.caughtUp());
  }

  private void open() {
    ClusterId cluster = id;
    if (cluster == null) {
      return;
    }
    look(cluster);
    clearActions();
    boolean mayAsk = visible.mayRequest(cluster);
    if (mayAsk) {
      addActions(ask.why(), ask.button());
    }
    parts.forEach(part -> part.actions(cluster).forEach(this::addActions));
    showTab(cluster);
    show();
    showSight();
    loadEvents(false);
  }

  private void showTab(ClusterId cluster) {
    tabs.show(cluster, tab);
    body.removeAll();
    overview = null;
    history = null;
    if (tab.equals(ClusterTabs.HISTORY)) {
      History made = new History(journal, clock, cluster);
      history = made;
      body.add(made);
      Words now = words;
      if (now != null && !entries.isEmpty()) {
        made.newest(entries, now);
      }
      return;
    }
    Optional<ClusterPagePart> part =
        parts.stream().filter(one -> one.path().equals(tab)).findFirst();
    if (part.isPresent()) {
      body.add(part.get().content(cluster));
      return;
    }
    Overview made =
        new Overview(
            new MembersTable(background::hostLink), ClusterTabs.link(cluster, ClusterTabs.HISTORY));
    made.drawing().onAsk(member -> ask(Optional.of(member)));
    overview = made;
    body.add(made);
    show();
  }

  private void apply(ClusterChange change) {
    ClusterState after = change.after();
    ClusterId cluster = id;
    if (after == null || cluster == null) {
      show();
      return;
    }
    live.follow(change, Instant.now(clock));
    show();
    if (change.leaderChanged() || ClusterLive.remarkable(change.before(), after)) {
      loadEvents(true);
    }
  }

  private void show() {
    ClusterId cluster = id;
    Words now = words;
    if (cluster == null || now == null) {
      return;
    }
    Optional<ClusterState> found = fleet.cluster(cluster);
    if (found.isEmpty()) {
      header.setVisible(false);
      anomalies.setVisible(false);
      body.removeAll();
      body.add(
          new EmptyState(
              Glyph.DASHED_RING,
              getTranslation("topology.cluster.unseen.title"),
              getTranslation("topology.cluster.unseen.text"),
              new Anchor("fleet", getTranslation("topology.fleet.title"))));
      return;
    }
    ClusterState state = found.get();
    if (overview == null && history == null && body.getComponentCount() == 0) {
      showTab(cluster);
      return;
    }
    Sight sight = fleet.sight(cluster.dcs());
    header.setVisible(true);
    var entryPoint = background.entryPoint(cluster);
    header.show(state, sight, background.kept(cluster), entryPoint, now);
    anomalies.show(state, now);
    ask.show(state, sight);
    Overview drawn = overview;
    if (drawn != null) {
      Scene scene = SceneMaker.make(state, around(cluster, sight), now);
      drawn.show(state, scene, now);
    }
  }

  private SceneMaker.Around around(ClusterId cluster, Sight sight) {
    return new SceneMaker.Around(
        sight,
        background.dcsMembers(cluster.dcs()),
        background.entryPoint(cluster),
        member -> background.site(cluster, member),
        live.interruption(),
        live.change(entries, Instant.now(clock)),
        visible.mayRequest(cluster) && !(sight instanceof Sight.OutOfSight));
  }

  private void showSight() {
    ClusterId cluster = id;
    if (cluster != null) {
      Sight sight = fleet.sight(cluster.dcs());
      getUI().ifPresent(ui -> SightClock.tell(ui, cluster.dcs(), sight));
      if (live.sightChanged(sight)) {
        show();
      }
    }
  }

  private void ask(Optional<MemberName> candidate) {
    ClusterId cluster = id;
    if (cluster == null || !visible.mayRequest(cluster)) {
      return;
    }
    getUI().ifPresent(ui -> Links.go(ui, SwitchoverButton.link(cluster, candidate)));
  }

  private void loadEvents(boolean twice) {
    ClusterId cluster = id;
    UI ui = getUI().orElse(null);
    if (cluster == null || ui == null) {
      return;
    }
    if (twice) {
      lastEvents.loadTwice(ui, cluster, newest -> events(cluster, newest));
    } else {
      lastEvents.load(ui, cluster, newest -> events(cluster, newest));
    }
  }

  private void events(ClusterId cluster, List<JournalEntry> newest) {
    Words now = words;
    if (!cluster.equals(id) || now == null) {
      return;
    }
    entries = newest;
    Overview drawn = overview;
    if (drawn != null) {
      drawn.events(newest, Instant.now(clock), now);
      show();
    }
    History told = history;
    if (told != null) {
      told.newest(newest, now);
    }
  }
}

package dev.bascule.topology.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.ClusterName;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final Logger log = LoggerFactory.getLogger(ClusterView.class);
  private static final String OVERVIEW = "overview";
  private static final String HISTORY = "history";

  private final transient Fleet fleet;
  private final transient Journal journal;
  private final transient CloseLook closeLook;
  private final transient Background background;
  private final transient Visible visible;
  private final transient Clock clock;
  private final transient List<ClusterPagePart> parts;

  private final ClusterHeader header = new ClusterHeader();
  private final AnomalyList anomalies = new AnomalyList();
  private final Nav tabs = new Nav();
  private final Div body = new Div();
  private final Button ask = new Button();
  private final Div askWhy = new Div();

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
    addClassName("cluster");
    tabs.addClassName("page-tabs");
    tabs.getElement().setAttribute("aria-label", getTranslation("topology.cluster.tabs"));
    ask.setText(getTranslation("topology.cluster.ask"));
    ask.addThemeVariants(ButtonVariant.PRIMARY);
    ask.addClickListener(click -> ask(Optional.empty()));
    askWhy.addClassNames("secondary", "ask-why");
    add(header, anomalies, tabs, body);
    LiveBinding.<ClusterChange>of(this, this::subscribe)
        .atOnceWhen(ClusterChange::leaderChanged)
        .merging(ClusterView::together)
        .render(changes -> changes.forEach(this::apply));
    LiveBinding.<String>of(this, this::watchSight).render(seen -> showSight());
  }

  /** The address of a cluster's page, without leading slash. */
  static String link(ClusterId cluster) {
    return new ClusterName(cluster.cluster()).conforming()
            && new ClusterName(cluster.dcs()).conforming()
        ? "clusters/" + cluster.dcs() + "/" + cluster.cluster()
        : "clusters?dcs="
            + Links.query(cluster.dcs())
            + "&cluster="
            + Links.query(cluster.cluster());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var path = event.getRouteParameters();
    var query = event.getLocation().getQueryParameters();
    String dcs = path.get("dcs").or(() -> query.getSingleParameter("dcs")).orElse("");
    String name = path.get("cluster").or(() -> query.getSingleParameter("cluster")).orElse("");
    tab = path.get("tab").or(() -> query.getSingleParameter("tab")).orElse(OVERVIEW);
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
      addActions(askWhy, ask);
    }
    parts.forEach(part -> part.actions(cluster).forEach(this::addActions));
    showTab(cluster);
    show();
    showSight();
    loadEvents();
  }

  private void showTab(ClusterId cluster) {
    tabs.removeAll();
    tabs.add(tab(cluster, OVERVIEW, "topology.cluster.overview"));
    tabs.add(tab(cluster, HISTORY, "topology.cluster.history"));
    parts.forEach(part -> tabs.add(tab(cluster, part.path(), part.titleKey())));
    body.removeAll();
    overview = null;
    history = null;
    if (tab.equals(HISTORY)) {
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
    Overview made = new Overview(new MembersTable(background::hostLink), tabLink(cluster, HISTORY));
    made.drawing().onAsk(member -> ask(Optional.of(member)));
    overview = made;
    body.add(made);
    show();
  }

  private Component tab(ClusterId cluster, String path, String titleKey) {
    Anchor link = new Anchor(tabLink(cluster, path), getTranslation(titleKey));
    boolean current =
        path.equals(tab)
            || (path.equals(OVERVIEW)
                && !tab.equals(HISTORY)
                && parts.stream().noneMatch(part -> part.path().equals(tab)));
    if (current) {
      link.getElement().setAttribute("aria-current", "page");
    }
    return link;
  }

  private static String tabLink(ClusterId cluster, String path) {
    String link = link(cluster);
    if (path.equals(OVERVIEW)) {
      return link;
    }
    return link.contains("?") ? link + "&tab=" + path : link + "/" + path;
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
      loadEvents();
      later(1_500, this::loadEvents); // the journal may write a moment after the fleet tells
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
    showAsk(state, sight);
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

  private void showAsk(ClusterState state, Sight sight) {
    String why = "";
    if (!state.conforming()) {
      why = getTranslation("topology.cluster.ask.name");
    } else if (sight instanceof Sight.OutOfSight) {
      why = getTranslation("topology.cluster.ask.blind");
    } else if (state.leader() == null) {
      why = getTranslation("topology.cluster.ask.leaderless");
    }
    askWhy.setText(why);
    ask.setEnabled(why.isEmpty());
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
    String link =
        "changes/new/switchover/"
            + Links.segment(cluster.dcs())
            + "/"
            + Links.segment(cluster.cluster())
            + candidate.map(name -> "?candidate=" + Links.query(name.value())).orElse("");
    getUI().ifPresent(ui -> Links.go(ui, link));
  }

  private void loadEvents() {
    ClusterId cluster = id;
    UI ui = getUI().orElse(null);
    if (cluster == null || ui == null) {
      return;
    }
    Thread.ofVirtual()
        .name("journal")
        .start(
            () -> {
              try {
                var newest = journal.entries(cluster, Long.MAX_VALUE, 2 * Overview.EVENTS);
                var _ = ui.access(() -> events(cluster, newest));
              } catch (RuntimeException e) {
                // the last events stay on the page: viewing goes on without the database
                log.debug("what happened to {} can't be read: {}", cluster, e.toString());
              }
            });
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

  private void later(long millis, Runnable run) {
    UI ui = getUI().orElse(null);
    if (ui == null) {
      return;
    }
    Thread.ofVirtual()
        .name("later")
        .start(
            () -> {
              try {
                Thread.sleep(millis);
                if (ui.isAttached()) {
                  var _ = ui.access(run::run);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}

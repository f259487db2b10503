package dev.bascule.inventory.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.HostCandidate;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.ui.AgeText;
import dev.bascule.ui.Badges;
import dev.bascule.ui.EmptyState;
import dev.bascule.ui.EnvironmentFilter;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Links;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every host, and those that members speak of and nobody added yet. */
@Route("hosts")
@RouteAlias("infrastructure")
@Menu(title = "inventory.menu.hosts", order = 30, icon = "infrastructure")
@RolesAllowed("VIEW")
@StyleSheet("context://ui/inventory.css")
class HostsView extends PageView {
  private static final long serialVersionUID = 1L;
  private static final int NARROW = 640;
  private static final int SHOWN_CANDIDATES = 30;

  private final transient Hosts hosts;
  private final transient Clusters clusters;
  private final transient Reach reach;
  private final Grid<HostRecord> grid = new Grid<>();
  private final Div candidates = new Div();
  private final Div empty = new Div();
  private final Paragraph hidden = new Paragraph();

  HostsView(Hosts hosts, Clusters clusters, Reach reach, InventoryWatch watch) {
    super("inventory.hosts.title");
    this.hosts = hosts;
    this.clusters = clusters;
    this.reach = reach;
    if (reach.manages()) {
      var add = new Button(getTranslation("inventory.hosts.add"), click -> form().open());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      addActions(add);
    }
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setAllRowsVisible(false);
    grid.getElement().setAttribute("aria-label", getTranslation("inventory.hosts.title"));
    columns();
    candidates.addClassName("panel");
    hidden.addClassName("secondary");
    add(empty, grid, hidden, candidates);
    LiveBinding.refresh(this, List.of(watch), this::draw);
    LiveBinding.<String>of(this, this::watchFilter).firstDraw(this::draw).render(now -> draw());
  }

  private Runnable watchFilter(Consumer<String> changed) {
    return getUI()
        .map(ui -> EnvironmentFilter.of(ui).watch(() -> changed.accept("")))
        .orElse(() -> {});
  }

  /** Whether the frame's filter shows its environment. */
  private boolean chosen(HostRecord host) {
    var environment = Optional.of(host.environment().name());
    return getUI().map(ui -> EnvironmentFilter.of(ui).shows(environment)).orElse(true);
  }

  /** A host that only members out of reach speak of is not named. */
  private boolean sees(HostCandidate found) {
    return found.members().stream()
        .anyMatch(said -> clusters.find(said.cluster()).map(reach::sees).orElse(false));
  }

  private void columns() {
    column("name", host -> link(host)).setKey("name").setFlexGrow(2).setWidth("180px");
    column("state", host -> HostStates.badge(this, hosts, host)).setWidth("200px").setFlexGrow(1);
    column("address", host -> Badges.mono(HostStates.where(host)))
        .setKey("address")
        .setWidth("160px")
        .setFlexGrow(0);
    column("account", host -> Badges.mono(HostStates.account(host)))
        .setKey("account")
        .setWidth("160px")
        .setFlexGrow(0);
    column("environment", HostStates::environment)
        .setKey("environment")
        .setWidth("130px")
        .setFlexGrow(0);
    column("site", host -> new Span(host.site())).setKey("site").setWidth("100px").setFlexGrow(0);
    column("pglift", this::pglift).setKey("pglift").setWidth("150px").setFlexGrow(1);
  }

  private Grid.Column<HostRecord> column(
      String key,
      com.vaadin.flow.function.SerializableFunction<HostRecord, com.vaadin.flow.component.Component>
          shows) {
    return grid.addColumn(new ComponentRenderer<>(shows))
        .setHeader(getTranslation("inventory.hosts." + key));
  }

  private static Anchor link(HostRecord host) {
    var link = new Anchor(HostView.link(host.name()), host.name());
    link.addClassName("mono");
    return link;
  }

  private com.vaadin.flow.component.Component pglift(HostRecord host) {
    var facts = hosts.facts(host.id());
    if (facts.isEmpty()) {
      return new Span("–");
    }
    var known = facts.get();
    var version = known.pgliftVersion();
    var line =
        new Span(
            version == null
                ? getTranslation("inventory.hosts.no-pglift")
                : getTranslation("inventory.hosts.instances", version, known.instances().size()));
    var age = new AgeText(known.collectedAt());
    age.addClassName("secondary");
    var both = new Div(line, age);
    both.addClassName("with-age");
    return both;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    var page = event.getUI().getPage();
    var details = page.getExtendedClientDetails();
    if (details != null) {
      fit(details.getWindowInnerWidth());
    }
    var resized = page.addBrowserWindowResizeListener(size -> fit(size.getWidth()));
    addDetachListener(
        detach -> {
          detach.unregisterListener();
          resized.remove();
        });
  }

  private void fit(int width) {
    boolean wide = width <= 0 || width >= NARROW;
    for (var key : List.of("address", "account", "environment", "site", "pglift")) {
      grid.getColumnByKey(key).setVisible(wide);
    }
  }

  private void draw() {
    var reached = hosts.list().stream().filter(reach::sees).toList();
    var all = reached.stream().filter(this::chosen).toList();
    grid.setItems(all);
    grid.setVisible(!all.isEmpty());
    // a row is as high as what pglift tells and its age
    grid.setHeight(Math.min(640, 40 + 54 * all.size()) + "px");
    hidden.setText(
        reached.size() == all.size()
            ? ""
            : getTranslation("inventory.hidden", reached.size() - all.size()));
    drawCandidates(hosts.candidates().stream().filter(this::sees).toList());
    empty.removeAll();
    if (reached.isEmpty()) {
      empty.add(
          new EmptyState(
              Glyph.INFRASTRUCTURE,
              getTranslation("inventory.hosts.empty"),
              getTranslation("inventory.hosts.empty.text"),
              reach.manages()
                  ? new Anchor("dcs/new", getTranslation("inventory.dcs.add"))
                  : new Anchor("", getTranslation("ui.home"))));
    }
  }

  private void drawCandidates(List<HostCandidate> found) {
    candidates.removeAll();
    candidates.setVisible(!found.isEmpty());
    candidates.add(
        new H2(getTranslation("inventory.candidates.title", found.size())),
        new Paragraph(getTranslation("inventory.candidates.text")));
    found.stream().limit(SHOWN_CANDIDATES).forEach(this::candidate);
    if (found.size() > SHOWN_CANDIDATES) {
      candidates.add(
          new Paragraph(
              getTranslation("inventory.candidates.more", found.size() - SHOWN_CANDIDATES)));
    }
  }

  private void candidate(HostCandidate found) {
    var members =
        found.members().stream()
            .limit(4)
            .map(said -> said.member() + " (" + said.cluster().cluster() + ")")
            .collect(Collectors.joining(", "));
    var row = new Div(Badges.mono(found.address().value()), new Span(members));
    row.addClassName("candidate");
    if (reach.manages()) {
      var add =
          new Button(
              getTranslation("inventory.candidates.add"),
              click -> {
                var form = form();
                form.suggest(found.members().getFirst().member(), found.address());
                form.open();
              });
      add.addThemeVariants(ButtonVariant.SMALL);
      row.add(add);
    }
    candidates.add(row);
  }

  private HostForm form() {
    var who = reach.actor();
    return new HostForm(
        getTranslation("inventory.hosts.add"),
        reach.managed(),
        draft ->
            () -> {
              hosts.create(who, draft);
              return draft.name();
            },
        name -> getUI().ifPresent(ui -> Links.go(ui, HostView.link(name))));
  }
}

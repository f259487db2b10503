package dev.bascule.inventory.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.Clusters;
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

/** What is kept of each cluster: who it belongs to, whom to call. */
@Route("inventory")
@Menu(title = "inventory.menu.clusters", order = 33)
@RolesAllowed("VIEW")
@StyleSheet("context://ui/inventory.css")
class ClusterRecordsView extends PageView {
  private static final long serialVersionUID = 1L;

  private final transient Clusters clusters;
  private final transient Reach reach;
  private final Grid<ClusterRecord> grid = new Grid<>();
  private final Div empty = new Div();
  private final Paragraph hidden = new Paragraph();

  ClusterRecordsView(Clusters clusters, Reach reach, InventoryWatch watch) {
    super("inventory.clusters.title");
    this.clusters = clusters;
    this.reach = reach;
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", getTranslation("inventory.clusters.title"));
    grid.addColumn(new ComponentRenderer<>((ClusterRecord record) -> link(record)))
        .setHeader(getTranslation("inventory.clusters.name"))
        .setWidth("180px");
    grid.addColumn(new ComponentRenderer<>((ClusterRecord record) -> environment(record)))
        .setHeader(getTranslation("inventory.hosts.environment"))
        .setWidth("130px")
        .setFlexGrow(0);
    text("application", record -> record.details().application());
    text("owner", record -> record.details().owner());
    text("onCall", record -> record.details().onCall());
    text("site", record -> record.details().site());
    hidden.addClassName("secondary");
    add(empty, grid, hidden);
    LiveBinding.refresh(this, List.of(watch), this::draw);
    LiveBinding.<String>of(this, this::watchFilter).firstDraw(this::draw).render(now -> draw());
  }

  private void text(
      String key, com.vaadin.flow.function.ValueProvider<ClusterRecord, String> value) {
    grid.addColumn(value)
        .setHeader(getTranslation("inventory.cluster." + key))
        .setWidth("120px")
        .setFlexGrow(1);
  }

  private static Anchor link(ClusterRecord record) {
    var link = new Anchor(link(record.id()), record.id().cluster());
    link.addClassName("mono");
    link.setTitle(record.id().dcs());
    return link;
  }

  /** The page of what is kept of a cluster, without leading slash. */
  static String link(ClusterId id) {
    return "inventory/" + Links.segment(id.dcs()) + "/" + Links.segment(id.cluster());
  }

  private static Span environment(ClusterRecord record) {
    var environment = record.environment();
    return environment == null
        ? new Span("–")
        : Badges.environment(environment.name(), environment.colour(), environment.production());
  }

  private void draw() {
    var reached = clusters.list().stream().filter(reach::sees).toList();
    var mine = reached.stream().filter(this::chosen).toList();
    grid.setItems(mine);
    grid.setVisible(!mine.isEmpty());
    grid.setHeight(Math.min(720, 48 + 40 * mine.size()) + "px");
    hidden.setText(
        reached.size() == mine.size()
            ? ""
            : getTranslation("inventory.hidden", reached.size() - mine.size()));
    empty.removeAll();
    if (reached.isEmpty()) {
      empty.add(
          new EmptyState(
              Glyph.FLEET,
              getTranslation("inventory.clusters.empty"),
              getTranslation("inventory.clusters.empty.text"),
              new Anchor("dcs", getTranslation("inventory.dcs.title"))));
    }
  }

  private Runnable watchFilter(Consumer<String> changed) {
    return getUI()
        .map(ui -> EnvironmentFilter.of(ui).watch(() -> changed.accept("")))
        .orElse(() -> {});
  }

  /** Whether the frame's filter shows its environment. */
  private boolean chosen(ClusterRecord record) {
    var environment = Optional.of(record.environmentName()).filter(name -> !name.isEmpty());
    return getUI().map(ui -> EnvironmentFilter.of(ui).shows(environment)).orElse(true);
  }
}

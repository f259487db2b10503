package dev.bascule.inventory.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Right;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.Clusters;
import dev.bascule.ui.Badges;
import dev.bascule.ui.EmptyState;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Links;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What is kept of each cluster: who it belongs to, whom to call. */
@Route("inventory")
@Menu(title = "inventory.menu.clusters", order = 33)
@RolesAllowed("VIEW")
@StyleSheet("context://ui/inventory.css")
class ClusterRecordsView extends PageView {
  private static final long serialVersionUID = 1L;

  private final transient Clusters clusters;
  private final transient CurrentActor actor;
  private final Grid<ClusterRecord> grid = new Grid<>();
  private final Div empty = new Div();

  ClusterRecordsView(Clusters clusters, CurrentActor actor, InventoryWatch watch) {
    super("inventory.clusters.title");
    this.clusters = clusters;
    this.actor = actor;
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
    add(empty, grid);
    LiveBinding.refresh(this, List.of(watch), this::draw);
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
    var mine =
        actor
            .find()
            .map(one -> clusters.list().stream().filter(record -> mayView(one, record)).toList())
            .orElse(List.of());
    grid.setItems(mine);
    grid.setVisible(!mine.isEmpty());
    grid.setHeight(Math.min(720, 48 + 40 * mine.size()) + "px");
    empty.removeAll();
    if (mine.isEmpty()) {
      empty.add(
          new EmptyState(
              Glyph.FLEET,
              getTranslation("inventory.clusters.empty"),
              getTranslation("inventory.clusters.empty.text"),
              new Anchor("dcs", getTranslation("inventory.dcs.title"))));
    }
  }

  static boolean mayView(Actor actor, ClusterRecord record) {
    var name = record.environmentName();
    return name.isEmpty() ? actor.may(Right.VIEW) : actor.may(Right.VIEW, name);
  }
}

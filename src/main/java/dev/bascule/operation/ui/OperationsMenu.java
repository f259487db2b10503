package dev.bascule.operation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Sight;
import dev.bascule.ui.Links;
import dev.bascule.ui.LiveBinding;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every operation on a cluster, in one menu on its page. What isn't possible now stands there all
 * the same, with the reason.
 */
final class OperationsMenu extends MenuBar {
  private static final long serialVersionUID = 1L;

  private final transient Fleet fleet;
  private final transient ClusterId cluster;
  private transient Map<OfferedOperation, String> shown = Map.of();

  OperationsMenu(Fleet fleet, ClusterId cluster) {
    this.fleet = fleet;
    this.cluster = cluster;
    addThemeVariants(MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
    addClassName("operations-menu");
    LiveBinding.<ClusterChange>of(this, this::changes)
        .firstDraw(this::draw)
        .render(changes -> draw());
    // of a DCS that falls silent no cluster tells
    LiveBinding.<String>of(this, this::sights).render(seen -> draw());
    draw();
  }

  private Runnable changes(Consumer<ClusterChange> listener) {
    return fleet.subscribe(
        change -> {
          if (change.id().equals(cluster)) {
            listener.accept(change);
          }
        });
  }

  private Runnable sights(Consumer<String> listener) {
    return fleet.watchSight(
        dcs -> {
          if (dcs.equals(cluster.dcs())) {
            listener.accept(dcs);
          }
        });
  }

  /** Drawn anew only when something became possible or impossible: nothing jumps. */
  private void draw() {
    var state = fleet.cluster(cluster).orElse(null);
    var blind = fleet.sight(cluster.dcs()) instanceof Sight.OutOfSight;
    var reasons = new EnumMap<OfferedOperation, String>(OfferedOperation.class);
    for (var offered : OfferedOperation.values()) {
      reasons.put(offered, state == null || blind ? "blind" : offered.whyNot(state));
    }
    if (reasons.equals(shown)) {
      return;
    }
    shown = reasons;
    removeAll();
    MenuItem all = addItem(getTranslation("operation.page.menu"));
    reasons.forEach((offered, why) -> add(all, offered, why));
  }

  private void add(MenuItem all, OfferedOperation offered, String why) {
    var name = new Div(getTranslation("operation.page.menu." + offered.path()));
    MenuItem item = all.getSubMenu().addItem(name);
    if (why.isEmpty()) {
      item.addClickListener(
          click ->
              click
                  .getSource()
                  .getUI()
                  .ifPresent(
                      (UI ui) -> Links.go(ui, ChangeLinks.operation(offered.path(), cluster))));
      return;
    }
    var reason = new Span(getTranslation("operation.page.menu.why." + why));
    reason.addClassName("secondary");
    item.add(reason);
    item.setEnabled(false);
  }
}

package dev.bascule.topology.ui;

import com.vaadin.flow.component.Component;
import dev.bascule.inventory.ClusterId;
import java.util.List;

/** A bean that adds a tab, and perhaps actions, to every Cluster page. */
public interface ClusterPagePart {
  /** The tab's place in the address, {@code /clusters/<dcs>/<name>/<path>}: lower-case letters. */
  String path();

  /** Translation key of the tab's title. */
  String titleKey();

  /** Where it stands among the tabs; Overview is 0 and History 10. */
  int order();

  /** The tab's contents, made anew each time it is opened. */
  Component content(ClusterId cluster);

  /** Buttons for the page's header, made anew for each page; those not allowed are left out. */
  default List<Component> actions(ClusterId cluster) {
    return List.of();
  }
}

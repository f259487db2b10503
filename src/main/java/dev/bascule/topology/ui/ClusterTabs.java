package dev.bascule.topology.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.ClusterName;
import dev.bascule.ui.Links;
import java.util.List;

/** The tabs of a Cluster page, each with an address of its own. */
final class ClusterTabs extends Nav {
  private static final long serialVersionUID = 1L;
  static final String OVERVIEW = "overview";
  static final String HISTORY = "history";

  private final transient List<ClusterPagePart> parts;

  ClusterTabs(List<ClusterPagePart> parts) {
    this.parts = List.copyOf(parts);
    addClassName("page-tabs");
    getElement().setAttribute("aria-label", getTranslation("topology.cluster.tabs"));
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

  /** The address of one of its tabs. */
  static String link(ClusterId cluster, String path) {
    String link = link(cluster);
    if (path.equals(OVERVIEW)) {
      return link;
    }
    return link.contains("?") ? link + "&tab=" + path : link + "/" + path;
  }

  /** Draws them with one of them open; an unknown one opens the overview. */
  void show(ClusterId cluster, String open) {
    boolean known = open.equals(HISTORY) || parts.stream().anyMatch(p -> p.path().equals(open));
    String current = known ? open : OVERVIEW;
    removeAll();
    add(tab(cluster, OVERVIEW, "topology.cluster.overview", current));
    add(tab(cluster, HISTORY, "topology.cluster.history", current));
    parts.forEach(part -> add(tab(cluster, part.path(), part.titleKey(), current)));
  }

  private Anchor tab(ClusterId cluster, String path, String titleKey, String current) {
    Anchor link = new Anchor(link(cluster, path), getTranslation(titleKey));
    if (path.equals(current)) {
      link.getElement().setAttribute("aria-current", "page");
    }
    return link;
  }
}

package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Right;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.Clusters;
import dev.bascule.operation.Requests;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.ui.ClusterPagePart;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Lazy;

/** A cluster's changes, on its own page; and the way round the approvals, for an emergency. */
@org.springframework.stereotype.Component
@Lazy
class ChangesPart implements ClusterPagePart {
  private final Requests requests;
  private final Clusters clusters;
  private final Fleet fleet;
  private final CurrentActor actor;

  ChangesPart(Requests requests, Clusters clusters, Fleet fleet, CurrentActor actor) {
    this.requests = requests;
    this.clusters = clusters;
    this.fleet = fleet;
    this.actor = actor;
  }

  @Override
  public String path() {
    return "changes";
  }

  @Override
  public String titleKey() {
    return "operation.page.title";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Component content(ClusterId cluster) {
    return new ClusterChanges(requests, actor.get(), cluster);
  }

  @Override
  public List<Component> actions(ClusterId cluster) {
    var who = actor.get();
    var where = environment(cluster);
    List<Component> links = new ArrayList<>();
    if (who.may(Right.REQUEST, where)) {
      links.add(new OperationsMenu(fleet, cluster));
    }
    if (who.may(Right.REQUEST, where) && scheduledInPatroni(cluster)) {
      links.add(link(ChangeLinks.cancel(cluster), "operation.page.new.cancel.title"));
    }
    if (who.may(Right.BREAK_GLASS, where)) {
      var glass = link(ChangeLinks.exception(cluster), "operation.page.glass.link");
      glass.addClassName("glass-link");
      links.add(glass);
    }
    return links;
  }

  private boolean scheduledInPatroni(ClusterId cluster) {
    return fleet.cluster(cluster).flatMap(ClusterState::scheduledSwitchover).isPresent();
  }

  private static Anchor link(String target, String key) {
    return new Anchor(target, UI.getCurrent().getTranslation(key));
  }

  private String environment(ClusterId cluster) {
    return clusters
        .find(cluster)
        .map(record -> record.environment())
        .map(environment -> environment.name())
        .orElse("");
  }
}

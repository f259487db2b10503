package dev.bascule.operation.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.RemoveCluster;
import dev.bascule.operation.Requests;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemberView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Asks that a cluster without members be removed from the DCS. */
@Route("changes/new/cluster-remove/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewClusterRemoveView extends InstanceView {
  private static final long serialVersionUID = 1L;

  NewClusterRemoveView(Requests requests, Fleet fleet, CurrentActor actor) {
    super(OfferedOperation.CLUSTER_REMOVE, requests, fleet, actor);
  }

  @Override
  boolean offered(MemberView one) {
    return !one.seen();
  }

  @Override
  Operation of(ClusterId cluster, MemberName name) {
    return new RemoveCluster(cluster, name);
  }

  @Override
  Optional<String> effect() {
    return Optional.of(getTranslation("operation.page.new.cluster-remove.effect"));
  }
}

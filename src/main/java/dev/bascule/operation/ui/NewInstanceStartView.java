package dev.bascule.operation.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Requests;
import dev.bascule.operation.StartInstance;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemberView;
import jakarta.annotation.security.PermitAll;

/** Asks that a member that is away be started. */
@Route("changes/new/instance-start/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewInstanceStartView extends InstanceView {
  private static final long serialVersionUID = 1L;

  NewInstanceStartView(Requests requests, Fleet fleet, CurrentActor actor) {
    super(OfferedOperation.INSTANCE_START, requests, fleet, actor);
  }

  @Override
  boolean offered(MemberView one) {
    return OfferedOperation.away(one);
  }

  @Override
  Operation of(ClusterId cluster, MemberName name) {
    return new StartInstance(cluster, name);
  }
}

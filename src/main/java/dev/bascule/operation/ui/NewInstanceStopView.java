package dev.bascule.operation.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Requests;
import dev.bascule.operation.StopInstance;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemberView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Asks that a member be stopped. */
@Route("changes/new/instance-stop/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewInstanceStopView extends InstanceView {
  private static final long serialVersionUID = 1L;

  NewInstanceStopView(Requests requests, Fleet fleet, CurrentActor actor) {
    super(OfferedOperation.INSTANCE_STOP, requests, fleet, actor);
  }

  @Override
  boolean offered(MemberView one) {
    return !OfferedOperation.away(one);
  }

  @Override
  Operation of(ClusterId cluster, MemberName name) {
    return new StopInstance(cluster, name);
  }

  /** To stop the leader is a failover: that is typed. */
  @Override
  Optional<Typing> typing(Plan plan) {
    var leader = plan.sheet().shift().before();
    return plan.operation() instanceof StopInstance stop && stop.member().equals(leader)
        ? Optional.of(
            new Typing(
                getTranslation("operation.page.new.instance-stop.effect"),
                stop.cluster().cluster()))
        : Optional.empty();
  }
}

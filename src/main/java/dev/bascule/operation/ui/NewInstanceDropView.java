package dev.bascule.operation.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.DropInstance;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Requests;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemberView;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Asks that a member's instance be deleted. */
@Route("changes/new/instance-drop/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewInstanceDropView extends InstanceView {
  private static final long serialVersionUID = 1L;

  NewInstanceDropView(Requests requests, Fleet fleet, CurrentActor actor) {
    super(OfferedOperation.INSTANCE_DROP, requests, fleet, actor);
  }

  @Override
  boolean offered(MemberView one) {
    return true;
  }

  @Override
  Operation of(ClusterId cluster, MemberName name) {
    return new DropInstance(cluster, name);
  }

  /** The member's name: of all that is on the sheet it is what must not be mistaken. */
  @Override
  Optional<Typing> typing(Plan plan) {
    return plan.operation() instanceof DropInstance drop
        ? Optional.of(
            new Typing(
                getTranslation("operation.page.new.instance-drop.effect"), drop.member().value()))
        : Optional.empty();
  }
}

package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Requests;
import dev.bascule.operation.Resume;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Asks that a paused cluster be resumed. */
@Route("changes/new/resume/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewResumeView extends OperationView {
  private static final long serialVersionUID = 1L;

  NewResumeView(Requests requests, Fleet fleet, CurrentActor actor) {
    super(OfferedOperation.RESUME, requests, fleet, actor);
  }

  @Override
  List<Component> choices(Wording words, ClusterState state, QueryParameters query) {
    return List.of();
  }

  @Override
  Optional<Operation> chosen(ClusterId cluster) {
    return Optional.of(new Resume(cluster));
  }
}

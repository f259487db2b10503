package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Reload;
import dev.bascule.operation.Requests;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemberView;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks that members read their local configuration again. */
@Route("changes/new/reload/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewReloadView extends OperationView {
  private static final long serialVersionUID = 1L;

  private @Nullable MembersField members;

  NewReloadView(Requests requests, Fleet fleet, CurrentActor actor) {
    super(OfferedOperation.RELOAD, requests, fleet, actor);
  }

  @Override
  List<Component> choices(Wording words, ClusterState state, QueryParameters query) {
    var field = new MembersField(words, state, MemberView::seen, this::rehearse);
    members = field;
    return List.of(field);
  }

  @Override
  Optional<Operation> chosen(ClusterId cluster) {
    var field = members;
    return field == null || field.members().isEmpty()
        ? Optional.empty()
        : Optional.of(new Reload(cluster, field.members()));
  }
}

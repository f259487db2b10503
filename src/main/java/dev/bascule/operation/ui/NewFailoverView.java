package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Failover;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Requests;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Asks that a member be forced to lead. */
@Route("changes/new/failover/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewFailoverView extends OperationView {
  private static final long serialVersionUID = 1L;

  private final ComboBox<String> candidate = new ComboBox<>();

  NewFailoverView(Requests requests, Fleet fleet, CurrentActor actor) {
    super(OfferedOperation.FAILOVER, requests, fleet, actor);
    candidate.setLabel(getTranslation("operation.page.new.candidate"));
    candidate.addValueChangeListener(change -> rehearse());
  }

  @Override
  List<Component> choices(Wording words, ClusterState state, QueryParameters query) {
    var names =
        state.members().stream()
            .filter(one -> !one.role().leads())
            .map(one -> one.name().value())
            .toList();
    candidate.setItems(names);
    query.getSingleParameter("candidate").filter(names::contains).ifPresent(candidate::setValue);
    return List.of(candidate);
  }

  @Override
  Optional<String> effect() {
    return Optional.of(getTranslation("operation.page.new.failover.effect"));
  }

  @Override
  Optional<Operation> chosen(ClusterId cluster) {
    String name = candidate.getValue();
    return name == null || name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Failover(cluster, new MemberName(name)));
  }
}

package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Fencing;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Requests;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Asks that a primary that writes outside Patroni be stopped. */
@Route("changes/new/fencing/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewFencingView extends OperationView {
  private static final long serialVersionUID = 1L;

  private final ComboBox<String> member = new ComboBox<>();

  NewFencingView(Requests requests, Fleet fleet, CurrentActor actor) {
    super(OfferedOperation.FENCING, requests, fleet, actor);
    member.setLabel(getTranslation("operation.page.new.fencing.member"));
    member.addValueChangeListener(change -> rehearse());
  }

  @Override
  List<Component> choices(Wording words, ClusterState state, QueryParameters query) {
    var names =
        state.members().stream().filter(one -> !one.seen()).map(one -> one.name().value()).toList();
    member.setItems(names);
    var outside =
        state.members().stream()
            .filter(OfferedOperation::outside)
            .map(one -> one.name().value())
            .findFirst();
    query
        .getSingleParameter("member")
        .filter(names::contains)
        .or(() -> outside)
        .ifPresent(member::setValue);
    return List.of(member);
  }

  @Override
  Optional<String> effect() {
    return Optional.of(getTranslation("operation.page.new.fencing.effect"));
  }

  @Override
  Optional<Operation> chosen(ClusterId cluster) {
    String name = member.getValue();
    return name == null || name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fencing(cluster, new MemberName(name)));
  }
}

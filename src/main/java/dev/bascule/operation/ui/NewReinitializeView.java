package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Reinitialize;
import dev.bascule.operation.Requests;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Asks that a replica be rebuilt. */
@Route("changes/new/reinitialize/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewReinitializeView extends OperationView {
  private static final long serialVersionUID = 1L;

  private final ComboBox<String> member = new ComboBox<>();
  private final Checkbox fromLeader = new Checkbox();

  NewReinitializeView(Requests requests, Fleet fleet, CurrentActor actor) {
    super(OfferedOperation.REINITIALIZE, requests, fleet, actor);
    member.setLabel(getTranslation("operation.page.new.reinitialize.member"));
    member.addValueChangeListener(change -> rehearse());
    fromLeader.setLabel(getTranslation("operation.page.new.reinitialize.leader"));
    fromLeader.addValueChangeListener(change -> rehearse());
  }

  @Override
  List<Component> choices(Wording words, ClusterState state, QueryParameters query) {
    var names =
        state.members().stream()
            .filter(one -> !one.role().leads())
            .map(one -> one.name().value())
            .toList();
    member.setItems(names);
    query.getSingleParameter("member").filter(names::contains).ifPresent(member::setValue);
    return List.of(member, fromLeader);
  }

  @Override
  Optional<String> effect() {
    return Optional.of(getTranslation("operation.page.new.reinitialize.effect"));
  }

  @Override
  Optional<Operation> chosen(ClusterId cluster) {
    String name = member.getValue();
    return name == null || name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reinitialize(
                cluster, new MemberName(name), Boolean.TRUE.equals(fromLeader.getValue())));
  }
}

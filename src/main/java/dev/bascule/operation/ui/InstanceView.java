package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.router.QueryParameters;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Requests;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemberView;
import java.util.List;
import java.util.Optional;

/** A page that asks for something to be done to one member's instance. */
abstract class InstanceView extends OperationView {
  private static final long serialVersionUID = 1L;

  private final ComboBox<String> member = new ComboBox<>();

  InstanceView(OfferedOperation kind, Requests requests, Fleet fleet, CurrentActor actor) {
    super(kind, requests, fleet, actor);
    member.setLabel(getTranslation("operation.page.new." + kind.path() + ".member"));
    member.addValueChangeListener(change -> rehearse());
  }

  /** Whether it is offered for this member. */
  abstract boolean offered(MemberView one);

  abstract Operation of(ClusterId cluster, MemberName name);

  @Override
  final List<Component> choices(Wording words, ClusterState state, QueryParameters query) {
    var names =
        state.members().stream().filter(this::offered).map(one -> one.name().value()).toList();
    member.setItems(names);
    query
        .getSingleParameter("member")
        .filter(names::contains)
        .or(() -> names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty())
        .ifPresent(member::setValue);
    return List.of(member);
  }

  @Override
  final Optional<Operation> chosen(ClusterId cluster) {
    String name = member.getValue();
    return name == null || name.isEmpty()
        ? Optional.empty()
        : Optional.of(of(cluster, new MemberName(name)));
  }
}

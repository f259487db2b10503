package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.operation.AddMember;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Requests;
import dev.bascule.patroni.MemberName;
import dev.bascule.pglift.InstanceName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemberView;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for another member on a host of the inventory that has none of the cluster yet. */
@Route("changes/new/member-add/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewMemberAddView extends OperationView {
  private static final long serialVersionUID = 1L;
  private static final int POSTGRESQL = 5432;
  private static final int PATRONI = 8008;
  private static final int LONGEST_HOURS = 168;

  private final transient Hosts hosts;
  private final ComboBox<String> host = new ComboBox<>();
  private final ComboBox<String> model = new ComboBox<>();
  private final TextField member = new TextField();
  private final TextField instance = new TextField();
  private final TextField address = new TextField();
  private final IntegerField port = new IntegerField();
  private final IntegerField apiPort = new IntegerField();
  private final IntegerField hours = new IntegerField();
  private boolean filling;

  NewMemberAddView(Requests requests, Fleet fleet, CurrentActor actor, Hosts hosts) {
    super(OfferedOperation.MEMBER_ADD, requests, fleet, actor);
    this.hosts = hosts;
    host.setLabel(label("host"));
    model.setLabel(label("model"));
    model.setHelperText(label("model.help"));
    member.setLabel(label("member"));
    instance.setLabel(label("instance"));
    address.setLabel(label("address"));
    port.setLabel(label("port"));
    apiPort.setLabel(label("api-port"));
    hours.setLabel(label("hours"));
    hours.setHelperText(label("hours.help"));
    host.addValueChangeListener(change -> chooseHost());
    model.addValueChangeListener(change -> changed());
    for (var field : List.of(member, instance, address)) {
      field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
      field.addValueChangeListener(change -> changed());
    }
    for (var field : List.of(port, apiPort, hours)) {
      field.addValueChangeListener(change -> changed());
    }
    port.setMin(1024);
    port.setMax(65535);
    apiPort.setMin(1024);
    apiPort.setMax(65535);
    hours.setMin(1);
    hours.setMax(LONGEST_HOURS);
  }

  private String label(String of) {
    return getTranslation("operation.page.new.member-add." + of);
  }

  @Override
  List<Component> choices(Wording words, ClusterState state, QueryParameters query) {
    filling = true;
    var there =
        state.members().stream()
            .filter(MemberView::seen)
            .filter(MemberView::conforming)
            .map(one -> one.name().value())
            .toList();
    var leader = state.leader();
    model.setItems(there);
    Optional.ofNullable(leader)
        .map(seat -> seat.name().value())
        .filter(there::contains)
        .or(() -> there.stream().findFirst())
        .ifPresent(name -> like(state, name));
    hours.setValue(2);
    var free =
        hosts.list().stream().map(HostRecord::name).filter(name -> !used(state, name)).toList();
    host.setItems(free);
    filling = false;
    query.getSingleParameter("host").filter(free::contains).ifPresent(host::setValue);
    return List.of(host, member, address, instance, port, apiPort, model, hours);
  }

  /** Members of one cluster are alike: what one of them has is proposed. */
  private void like(ClusterState state, String name) {
    model.setValue(name);
    var like = new MemberName(name);
    hosts
        .instance(state.id(), like)
        .ifPresent(
            known -> {
              instance.setValue(known.instance().name().toString());
              port.setValue(known.instance().port());
            });
    if (port.getValue() == null) {
      port.setValue(POSTGRESQL);
    }
    apiPort.setValue(
        state.member(like).map(MemberView::apiUrl).map(NewMemberAddView::port).orElse(PATRONI));
  }

  private static int port(@Nullable String url) {
    try {
      int port = url == null ? -1 : URI.create(url).getPort();
      return port > 0 ? port : PATRONI;
    } catch (IllegalArgumentException e) {
      return PATRONI;
    }
  }

  private boolean used(ClusterState state, String name) {
    return state.members().stream()
        .filter(MemberView::seen)
        .flatMap(one -> hosts.hostOf(state.id(), one.name()).stream())
        .anyMatch(known -> known.name().equals(name));
  }

  private void chooseHost() {
    filling = true;
    Optional.ofNullable(host.getValue())
        .flatMap(hosts::find)
        .ifPresent(
            chosen -> {
              member.setValue(chosen.name());
              address.setValue(chosen.address().value());
            });
    filling = false;
    changed();
  }

  private void changed() {
    if (!filling) {
      rehearse();
    }
  }

  @Override
  Optional<Operation> chosen(ClusterId cluster) {
    var name = host.getValue();
    var like = model.getValue();
    var at = port.getValue();
    var api = apiPort.getValue();
    var limit = hours.getValue();
    var called = InstanceName.parse(instance.getValue().strip());
    if (name == null || like == null || at == null || api == null || limit == null) {
      return Optional.empty();
    }
    instance.setInvalid(called.isEmpty());
    if (called.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AddMember(
              cluster,
              new MemberName(member.getValue().strip()),
              name,
              called.get(),
              at,
              address.getValue(),
              api,
              new MemberName(like),
              Duration.ofHours(limit)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

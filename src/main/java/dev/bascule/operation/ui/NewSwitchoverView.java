package dev.bascule.operation.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Requests;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.ui.Formats;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for a switchover: a few choices, and the sheet that follows from them. */
@Route("changes/new/switchover/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewSwitchoverView extends PageView implements BeforeEnterObserver {
  /** The query parameter that goes round the approvals. */
  static final String EXCEPTION = "exception";

  private static final long serialVersionUID = 1L;

  private final transient Requests requests;
  private final transient Fleet fleet;
  private final transient CurrentActor actor;
  private final ComboBox<String> candidate = new ComboBox<>();
  private final Checkbox checkpoint = new Checkbox();
  private final Div place = new Div();
  private transient @Nullable ClusterId cluster;
  private @Nullable TimingField timing;
  private @Nullable RequestForm form;

  NewSwitchoverView(Requests requests, Fleet fleet, CurrentActor actor) {
    super("operation.page.new.title");
    this.requests = requests;
    this.fleet = fleet;
    this.actor = actor;
    candidate.setLabel(getTranslation("operation.page.new.candidate"));
    candidate.setPlaceholder(getTranslation("operation.page.new.any"));
    candidate.setClearButtonVisible(true);
    candidate.addValueChangeListener(change -> rehearse());
    checkpoint.setLabel(getTranslation("operation.page.new.checkpoint"));
    checkpoint.setValue(true);
    checkpoint.addValueChangeListener(change -> rehearse());
    add(place);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var words = new Wording(this, Formats.of(event.getUI()));
    var id = cluster(event);
    var state = fleet.cluster(id).orElseThrow(NotFoundException::new);
    var query = event.getLocation().getQueryParameters();
    boolean exception = query.getSingleParameter(EXCEPTION).isPresent();
    cluster = id;
    form = null;
    setHeading(getTranslation("operation.page.new.heading", id.cluster()));
    clearActions();
    addActions(new Anchor(ChangeLinks.cluster(id), id.cluster()));
    candidate.setItems(candidates(state));
    query
        .getSingleParameter("candidate")
        .filter(wanted -> candidates(state).contains(wanted))
        .ifPresent(candidate::setValue);
    var choices = new Div(candidate);
    timing = null;
    if (!exception) {
      var when = new TimingField(words, this::rehearse);
      timing = when;
      choices.add(when);
    }
    choices.add(checkpoint);
    choices.addClassNames("panel", "change-form");
    var asking = new RequestForm(words, requests, actor.get(), exception, this::chosen, this::made);
    form = asking;
    place.removeAll();
    place.add(choices, asking);
  }

  static ClusterId cluster(BeforeEnterEvent event) {
    var dcs = event.getRouteParameters().get("dcs").orElse("");
    var name = event.getRouteParameters().get("cluster").orElse("");
    if (dcs.isEmpty() || name.isEmpty()) {
      throw new NotFoundException();
    }
    return new ClusterId(dcs, name);
  }

  private static List<String> candidates(ClusterState state) {
    return state.members().stream()
        .filter(member -> !member.role().leads())
        .map(member -> member.name().value())
        .toList();
  }

  private void rehearse() {
    var asking = form;
    if (asking != null) {
      asking.rehearse();
    }
  }

  private Optional<Operation> chosen() {
    var id = cluster;
    if (id == null) {
      return Optional.empty();
    }
    var field = timing;
    Optional<Timing> when = field == null ? Optional.of(new Timing.OnCommand()) : field.timing();
    var who = new SwitchoverChoice(candidate.getValue(), able(id)).successor();
    return when.flatMap(at -> who.map(next -> new Switchover(id, next, at, checkpoint.getValue())));
  }

  private List<MemberName> able(ClusterId id) {
    return fleet.cluster(id).stream()
        .flatMap(state -> state.wayOut().candidates().stream())
        .filter(verdict -> verdict.can())
        .map(verdict -> verdict.member())
        .toList();
  }

  private void made(Plan plan) {
    getUI()
        .ifPresent(
            ui -> setHeading(new Wording(this, Formats.of(ui)).say(plan.sheet().sentence())));
  }
}

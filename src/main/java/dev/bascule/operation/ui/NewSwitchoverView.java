package dev.bascule.operation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Requests;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.Switchover;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Links;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a switchover: a few choices, and the sheet that follows from them, always up to date.
 */
@Route("changes/new/switchover/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewSwitchoverView extends PageView implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Requests requests;
  private final transient Fleet fleet;
  private final transient Actor actor;
  private final ComboBox<String> candidate = new ComboBox<>();
  private final RadioButtonGroup<Boolean> later = new RadioButtonGroup<>();
  private final DateTimePicker at = new DateTimePicker();
  private final ComboBox<String> zone = new ComboBox<>();
  private final Checkbox byPatroni = new Checkbox();
  private final Checkbox checkpoint = new Checkbox();
  private final TextArea reason = new TextArea();
  private final Button ask = new Button();
  private final Paragraph trouble = new Paragraph();
  private final Div sheetPlace = new Div();
  private transient Wording words =
      new Wording(this, Formats.of(com.vaadin.flow.component.UI.getCurrent()));
  private transient @Nullable ClusterId cluster;
  private transient @Nullable Plan plan;
  private transient @Nullable SheetPanel sheet;
  private int turn;

  NewSwitchoverView(Requests requests, Fleet fleet, CurrentActor actor) {
    super("operation.page.new.title");
    this.requests = requests;
    this.fleet = fleet;
    this.actor = actor.get();
    trouble.addClassName("trouble");
    trouble.getElement().setAttribute("role", "alert");
    trouble.setVisible(false);
    add(form(), trouble, sheetPlace);
  }

  private Div form() {
    candidate.setLabel(getTranslation("operation.page.new.candidate"));
    candidate.setPlaceholder(getTranslation("operation.page.new.any"));
    candidate.setClearButtonVisible(true);
    candidate.addValueChangeListener(change -> rehearse());
    later.setLabel(getTranslation("operation.page.new.when"));
    later.setItems(false, true);
    later.setItemLabelGenerator(
        choice ->
            getTranslation(choice ? "operation.page.new.at" : "operation.page.new.oncommand"));
    later.setValue(false);
    later.addValueChangeListener(change -> timing());
    at.setLabel(getTranslation("operation.page.new.time"));
    at.addValueChangeListener(change -> rehearse());
    zone.setLabel(getTranslation("operation.page.new.zone"));
    zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    zone.addValueChangeListener(change -> rehearse());
    byPatroni.setLabel(getTranslation("operation.page.new.patroni"));
    byPatroni.addValueChangeListener(change -> rehearse());
    checkpoint.setLabel(getTranslation("operation.page.new.checkpoint"));
    checkpoint.setValue(true);
    checkpoint.addValueChangeListener(change -> rehearse());
    reason.setLabel(getTranslation("operation.page.new.reason"));
    reason.setMaxLength(2000);
    reason.setRequiredIndicatorVisible(true);
    reason.setValueChangeMode(com.vaadin.flow.data.value.ValueChangeMode.EAGER);
    reason.addValueChangeListener(change -> enable());
    ask.setText(getTranslation("operation.page.new.ask"));
    ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    ask.setEnabled(false);
    ask.setDisableOnClick(true);
    ask.addClickListener(click -> send());
    var form = new Div(candidate, later, at, zone, byPatroni, checkpoint, reason, ask);
    form.addClassNames("panel", "change-form");
    return form;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    words = new Wording(this, Formats.of(event.getUI()));
    var dcs = event.getRouteParameters().get("dcs").orElse("");
    var name = event.getRouteParameters().get("cluster").orElse("");
    if (dcs.isEmpty() || name.isEmpty()) {
      throw new NotFoundException();
    }
    var id = new ClusterId(dcs, name);
    var state = fleet.cluster(id).orElseThrow(NotFoundException::new);
    cluster = id;
    setHeading(getTranslation("operation.page.new.heading", name));
    addActions(new Anchor("clusters/" + Links.segment(dcs) + "/" + Links.segment(name), name));
    candidate.setItems(candidates(state));
    zone.setValue(words.formats().zone().getId());
    event
        .getLocation()
        .getQueryParameters()
        .getSingleParameter("candidate")
        .filter(wanted -> candidates(state).contains(wanted))
        .ifPresent(candidate::setValue);
    timing();
  }

  private static List<String> candidates(ClusterState state) {
    return state.members().stream()
        .filter(member -> !member.role().leads())
        .map(member -> member.name().value())
        .toList();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    rehearse();
  }

  private void timing() {
    var scheduled = Boolean.TRUE.equals(later.getValue());
    at.setVisible(scheduled);
    zone.setVisible(scheduled);
    byPatroni.setVisible(scheduled);
    rehearse();
  }

  /** The last choice wins: an answer to an older one is dropped. */
  private void rehearse() {
    var ui = getUI().orElse(null);
    var operation = operation();
    plan = null;
    enable();
    if (ui == null || operation.isEmpty()) {
      return;
    }
    var mine = ++turn;
    sheetPlace.addClassName("waiting");
    Background.run(
        ui,
        () -> requests.rehearse(actor, operation.get()),
        made -> {
          if (mine == turn) {
            show(made);
          }
        },
        failed -> {
          if (mine == turn) {
            complain(failed);
          }
        });
  }

  private Optional<Operation> operation() {
    var id = cluster;
    if (id == null) {
      return Optional.empty();
    }
    var choice = new SwitchoverChoice(candidate.getValue(), candidates(id));
    return choice
        .timing(
            Boolean.TRUE.equals(later.getValue()),
            at.getValue(),
            zone.getValue(),
            byPatroni.getValue())
        .flatMap(
            when ->
                choice
                    .successor()
                    .map(who -> new Switchover(id, who, when, checkpoint.getValue())));
  }

  private List<MemberName> candidates(ClusterId id) {
    return fleet.cluster(id).stream()
        .flatMap(state -> state.wayOut().candidates().stream())
        .filter(verdict -> verdict.can())
        .map(verdict -> verdict.member())
        .toList();
  }

  private void show(Plan made) {
    plan = made;
    trouble.setVisible(false);
    sheetPlace.removeClassName("waiting");
    sheetPlace.removeAll();
    var shown =
        new SheetPanel(
            words, made.sheet(), Map.of(), made.hash().fingerprint(), true, this::enable);
    sheet = shown;
    setHeading(words.say(made.sheet().sentence()));
    sheetPlace.add(shown);
    enable();
  }

  private void enable() {
    var made = plan;
    var shown = sheet;
    ask.setEnabled(
        made != null
            && shown != null
            && made.sheet().verdict() != Sheet.Verdict.BLOCKED
            && shown.allAcknowledged()
            && !reason.getValue().isBlank());
  }

  private void send() {
    var made = plan;
    var shown = sheet;
    var ui = getUI().orElse(null);
    if (made == null || shown == null || ui == null) {
      return;
    }
    var why = reason.getValue().strip();
    var acknowledged = shown.acknowledged();
    Background.run(
        ui,
        () -> requests.request(actor, made.operation(), made.hash(), why, acknowledged),
        id -> ui.navigate("changes/" + id.value()),
        failed -> {
          complain(failed);
          rehearse();
        });
  }

  private void complain(Background.Trouble failed) {
    sheetPlace.removeClassName("waiting");
    trouble.setText(
        switch (failed) {
          case Background.Trouble.Refused(var refusal) -> words.say(refusal.refusal().said());
          case Background.Trouble.Broken() -> getTranslation("operation.page.broken");
        });
    trouble.setVisible(true);
    enable();
  }
}

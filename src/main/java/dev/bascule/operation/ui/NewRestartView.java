package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Requests;
import dev.bascule.operation.Restart;
import dev.bascule.operation.Timing;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemberView;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks for restarts of PostgreSQL: on which members, on which conditions, and when. */
@Route("changes/new/restart/:dcs/:cluster")
@PermitAll
@StyleSheet("context://ui/changes.css")
class NewRestartView extends OperationView {
  private static final long serialVersionUID = 1L;

  private final Checkbox onlyPending = new Checkbox();
  private final TextField olderThan = new TextField();
  private final IntegerField timeout = new IntegerField();
  private @Nullable MembersField members;
  private @Nullable TimingField timing;

  NewRestartView(Requests requests, Fleet fleet, CurrentActor actor) {
    super(OfferedOperation.RESTART, requests, fleet, actor);
    onlyPending.setLabel(getTranslation("operation.page.new.restart.pending"));
    onlyPending.addValueChangeListener(change -> rehearse());
    olderThan.setLabel(getTranslation("operation.page.new.restart.older"));
    olderThan.setPlaceholder("15.4");
    olderThan.setMaxLength(10);
    olderThan.setValueChangeMode(ValueChangeMode.LAZY);
    olderThan.addValueChangeListener(change -> version());
    timeout.setLabel(getTranslation("operation.page.new.restart.timeout"));
    timeout.setHelperText(getTranslation("operation.page.new.restart.timeout.own"));
    timeout.setMin(1);
    timeout.setMax(3600);
    timeout.addValueChangeListener(change -> rehearse());
  }

  @Override
  List<Component> choices(Wording words, ClusterState state, QueryParameters query) {
    boolean waits = state.members().stream().anyMatch(MemberView::pendingRestart);
    onlyPending.setValue(waits);
    var wanted = query.getSingleParameter("member").orElse("");
    var field =
        new MembersField(
            words,
            state,
            member ->
                wanted.isEmpty()
                    ? waits ? member.pendingRestart() : !member.role().leads()
                    : member.name().value().equals(wanted),
            this::rehearse);
    members = field;
    var when = new TimingField(words, this::rehearse).keptHere();
    timing = when;
    var quick =
        new Div(
            quick("all", field, member -> true),
            quick("replicas", field, member -> !member.role().leads()),
            quick("leader", field, member -> member.role().leads()),
            quick("pending.quick", field, MemberView::pendingRestart));
    quick.addClassName("quick-choices");
    return List.of(field, quick, onlyPending, olderThan, timeout, when);
  }

  private Button quick(String which, MembersField field, Predicate<MemberView> wanted) {
    var button =
        new Button(
            getTranslation("operation.page.new.restart." + which),
            click -> state().ifPresent(state -> field.tick(state, wanted)));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  private void version() {
    boolean wrong = !olderThan.isEmpty() && !Restart.version(olderThan.getValue().strip());
    olderThan.setInvalid(wrong);
    olderThan.setErrorMessage(
        wrong ? getTranslation("operation.page.new.restart.older.wrong") : "");
    rehearse();
  }

  @Override
  Optional<Operation> chosen(ClusterId cluster) {
    var field = members;
    var when = timing;
    String version = olderThan.getValue().strip();
    Integer seconds = timeout.getValue();
    boolean valid =
        (version.isEmpty() || Restart.version(version))
            && (seconds == null || (seconds >= 1 && seconds <= 3600));
    if (field == null || when == null || field.members().isEmpty() || !valid) {
      return Optional.empty();
    }
    return when.timing()
        .map(
            (Timing at) ->
                new Restart(
                    cluster,
                    field.members(),
                    Boolean.TRUE.equals(onlyPending.getValue()),
                    version.isEmpty() ? null : version,
                    seconds == null ? null : Duration.ofSeconds(seconds),
                    at));
  }
}

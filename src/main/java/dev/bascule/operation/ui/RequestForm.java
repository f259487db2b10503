package dev.bascule.operation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.bascule.access.Actor;
import dev.bascule.audit.PastedSecrets;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Plan;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.Requests;
import dev.bascule.operation.Sheet;
import dev.bascule.ui.ConfirmTyped;
import dev.bascule.ui.SecretWarning;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lower half of every form that asks for something: the reason, one button, and the sheet that
 * follows from the choices above it, always up to date. The choices belong to the page.
 */
final class RequestForm extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Wording words;
  private final transient Requests requests;
  private final transient Actor actor;
  private final boolean exception;
  private final transient Supplier<Optional<Operation>> chosen;
  private final transient Consumer<Plan> shown;
  private final TextArea reason = new TextArea();
  private final SecretWarning warning;
  private final Button ask = new Button();
  private final Paragraph trouble = new Paragraph();
  private final Div sheetPlace = new Div();
  private transient @Nullable Plan plan;
  private @Nullable SheetPanel sheet;
  private transient Function<Plan, Optional<Typing>> typing = made -> Optional.empty();
  private int turn;

  /**
   * A form.
   *
   * @param exception whether it goes round the approvals
   * @param chosen what the page's choices come to; empty while something is missing
   * @param shown gets each new plan, on the UI's thread
   */
  RequestForm(
      Wording words,
      Requests requests,
      Actor actor,
      boolean exception,
      Supplier<Optional<Operation>> chosen,
      Consumer<Plan> shown) {
    this.words = words;
    this.requests = requests;
    this.actor = actor;
    this.exception = exception;
    this.chosen = chosen;
    this.shown = shown;
    this.warning = new SecretWarning(reason, PastedSecrets::mask);
    trouble.addClassName("trouble");
    trouble.getElement().setAttribute("role", "alert");
    trouble.setVisible(false);
    add(form(), trouble, sheetPlace);
  }

  private Div form() {
    reason.setLabel(words.text("operation.page.new.reason"));
    reason.setMaxLength(2000);
    reason.setRequiredIndicatorVisible(true);
    reason.setValueChangeMode(ValueChangeMode.EAGER);
    reason.addValueChangeListener(change -> enable());
    ask.setText(words.text(exception ? "operation.page.glass.do" : "operation.page.new.ask"));
    ask.addThemeVariants(ButtonVariant.PRIMARY);
    if (exception) {
      ask.addThemeVariants(ButtonVariant.ERROR);
    }
    ask.setEnabled(false);
    ask.setDisableOnClick(true);
    ask.addClickListener(click -> confirm());
    var form = new Div();
    if (exception) {
      var warning = new Paragraph(words.text("operation.page.glass.warning"));
      warning.addClassName("glass-warning");
      form.add(warning);
    }
    form.add(reason, warning, ask);
    form.addClassNames("panel", "change-form");
    return form;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    rehearse();
  }

  /**
   * Thinks the choices through again. The last choice wins: an answer to an older one is dropped.
   */
  void rehearse() {
    var ui = getUI().orElse(null);
    plan = null;
    enable();
    if (ui == null) {
      return;
    }
    var mine = ++turn;
    var operation = chosen.get();
    if (operation.isEmpty()) {
      sheetPlace.addClassName("waiting");
      return;
    }
    sheetPlace.addClassName("waiting");
    sheetPlace.getElement().setAttribute("aria-busy", "true");
    Background.run(
        ui,
        () ->
            exception
                ? requests.rehearseException(actor, operation.get())
                : requests.rehearse(actor, operation.get()),
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

  private void show(Plan made) {
    plan = made;
    trouble.setVisible(false);
    settled();
    sheetPlace.removeAll();
    var drawn =
        new SheetPanel(
            words,
            made.sheet(),
            SheetPanel.Beside.NOTHING,
            made.hash().fingerprint(),
            true,
            this::enable);
    var before = sheet;
    if (before != null) {
      drawn.tickAgain(before.stillAcknowledged(made.sheet()));
    }
    sheet = drawn;
    sheetPlace.add(drawn);
    shown.accept(made);
    enable();
  }

  private void settled() {
    sheetPlace.removeClassName("waiting");
    sheetPlace.getElement().removeAttribute("aria-busy");
  }

  private void enable() {
    var made = plan;
    var drawn = sheet;
    ask.setEnabled(
        made != null
            && drawn != null
            && made.sheet().verdict() != Sheet.Verdict.BLOCKED
            && drawn.allAcknowledged()
            && !reason.getValue().isBlank());
  }

  /**
   * Asks for a name to be typed before it is sent.
   *
   * @param wanted what of a plan can't be undone or may be lost, and the name; empty for neither
   */
  void typed(Function<Plan, Optional<Typing>> wanted) {
    typing = wanted;
  }

  private void confirm() {
    if (!warning.heeded()) {
      enable();
      return;
    }
    var made = plan;
    var wanted = made == null ? Optional.<Typing>empty() : typing.apply(made);
    if (made == null || wanted.isEmpty()) {
      send();
      return;
    }
    ask.setEnabled(true);
    new ConfirmTyped(
            words.say(made.sheet().sentence()),
            wanted.get().effect(),
            wanted.get().name(),
            ask.getText(),
            this::send)
        .open();
  }

  private void send() {
    var made = plan;
    var drawn = sheet;
    var ui = getUI().orElse(null);
    if (made == null || drawn == null || ui == null) {
      return;
    }
    var why = reason.getValue().strip();
    var acknowledged = drawn.acknowledged();
    Background.run(
        ui,
        () -> sent(made, why, acknowledged),
        id -> ui.navigate(ChangeLinks.change(id)),
        failed -> {
          complain(failed);
          rehearse();
        });
  }

  private RequestId sent(Plan made, String why, Set<String> acknowledged) {
    return exception
        ? requests.breakGlass(actor, made.operation(), made.hash(), why, acknowledged)
        : requests.request(actor, made.operation(), made.hash(), why, acknowledged);
  }

  private void complain(Background.Trouble failed) {
    settled();
    trouble.setText(failed.said(words));
    trouble.setVisible(true);
    enable();
  }
}

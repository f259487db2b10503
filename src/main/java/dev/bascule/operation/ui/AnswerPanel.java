package dev.bascule.operation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.bascule.access.Actor;
import dev.bascule.access.Right;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Requests;
import dev.bascule.operation.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What this person can answer to a request as it stands: one clear button, and the others beside.
 */
final class AnswerPanel extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Wording words;
  private final transient Requests requests;
  private final transient Actor actor;
  private final transient RequestView view;
  private final transient Runnable done;
  private final TextField comment = new TextField();
  private final Paragraph trouble = new Paragraph();
  private final List<Button> needTicks = new ArrayList<>();
  private @Nullable SheetPanel sheet;

  AnswerPanel(Wording words, Requests requests, Actor actor, RequestView view, Runnable done) {
    this.words = words;
    this.requests = requests;
    this.actor = actor;
    this.view = view;
    this.done = done;
    addClassName("answers");
    trouble.addClassName("trouble");
    trouble.getElement().setAttribute("role", "alert");
    trouble.setVisible(false);
    comment.setPlaceholder(words.text("operation.page.comment"));
    comment.setAriaLabel(words.text("operation.page.comment"));
    comment.setMaxLength(2000);
    switch (view.state()) {
      case REQUESTED -> waiting();
      case APPROVED, SCHEDULED -> agreed();
      case UNKNOWN -> unknown();
      default -> {}
    }
    add(trouble);
  }

  /** Whether the reservations are to be acknowledged by this person here. */
  boolean ticking() {
    return view.state() == RequestState.REQUESTED && mayApprove();
  }

  /** The sheet whose ticks count. */
  void over(SheetPanel panel) {
    sheet = panel;
    enable();
  }

  void enable() {
    var shown = sheet;
    needTicks.forEach(button -> button.setEnabled(shown != null && shown.allAcknowledged()));
  }

  private boolean mine() {
    return view.line().requester().equals(actor.id());
  }

  private boolean mayApprove() {
    return actor.rights().contains(Right.APPROVE)
        && !mine()
        && !view.standing().answeredBy(actor.id());
  }

  private void waiting() {
    if (mayApprove()) {
      var approve =
          button(
              words.text("operation.page.approve", words.say(view.line().sentence())),
              () -> {
                requests.approve(actor, view.id(), view.hash(), acknowledged(), comment.getValue());
                return true;
              });
      approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      needTicks.add(approve);
      var reject =
          button(
              words.text("operation.page.reject"),
              () -> {
                requests.reject(actor, view.id(), comment.getValue());
                return true;
              });
      add(approve, comment, reject);
    } else if (mine()) {
      add(new Paragraph(words.text("operation.page.notyours")));
    }
    cancel();
  }

  private void agreed() {
    if (view.state() == RequestState.APPROVED && actor.rights().contains(Right.REQUEST)) {
      var start =
          button(
              words.text("operation.page.start", words.say(view.line().sentence())),
              () -> {
                requests.start(actor, view.id(), view.hash());
                return true;
              });
      start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      add(start);
    }
    cancel();
  }

  private void cancel() {
    if (mine()) {
      add(
          button(
              words.text("operation.page.cancel"),
              () -> {
                requests.cancel(actor, view.id(), comment.getValue());
                return true;
              }));
    }
  }

  private void unknown() {
    if (view.resolution() != null || !actor.rights().contains(Right.RESOLVE_UNKNOWN)) {
      return;
    }
    add(new Paragraph(words.text("operation.page.resolve")), comment);
    for (var resolution : Resolution.values()) {
      add(
          button(
              words.text("operation.page.resolve." + resolution.name().toLowerCase(Locale.ROOT)),
              () -> {
                requests.resolve(actor, view.id(), resolution, comment.getValue());
                return true;
              }));
    }
  }

  private Set<String> acknowledged() {
    var shown = sheet;
    return shown == null ? Set.of() : shown.acknowledged();
  }

  private Button button(String label, Callable<Boolean> work) {
    var button = new Button(label);
    button.setDisableOnClick(true);
    button.addClickListener(
        click ->
            getUI()
                .ifPresent(
                    ui ->
                        Background.run(
                            ui,
                            work,
                            ok -> done.run(),
                            failed -> {
                              complain(failed);
                              button.setEnabled(true);
                            })));
    return button;
  }

  private void complain(Background.Trouble failed) {
    trouble.setText(failed.said(words));
    trouble.setVisible(true);
  }
}

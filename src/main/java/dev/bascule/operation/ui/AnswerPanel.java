package dev.bascule.operation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.bascule.access.Actor;
import dev.bascule.access.Right;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this person can do with a request as it stands: one clear button, the others beside. */
final class AnswerPanel extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Wording words;
  private final transient Requests requests;
  private final transient Actor actor;
  private final transient RequestView view;
  private final boolean blind;
  private final transient Answering answering;
  private final TextField comment = new TextField();
  private final List<Button> needTicks = new ArrayList<>();
  private @Nullable SheetPanel sheet;

  /**
   * Draws what can be done.
   *
   * @param blind whether the cluster's DCS is out of sight, so that a start would be refused
   * @param done run on the UI's thread after something was done
   */
  AnswerPanel(
      Wording words,
      Requests requests,
      Actor actor,
      RequestView view,
      boolean blind,
      Runnable done) {
    this.words = words;
    this.requests = requests;
    this.actor = actor;
    this.view = view;
    this.blind = blind;
    this.answering = new Answering(words, comment, done);
    addClassName("answers");
    comment.setPlaceholder(words.text("operation.page.comment"));
    comment.setAriaLabel(words.text("operation.page.comment"));
    comment.setMaxLength(2000);
    switch (view.state()) {
      case REQUESTED -> waiting();
      case APPROVED, SCHEDULED -> agreed();
      case VOIDED, EXPIRED, ABORTED_STALE, REJECTED, CANCELLED -> again();
      case DISPATCHING, RUNNING, OBSERVING -> underWay();
      case DRAFT, SUCCEEDED, DEVIATED, FAILED, UNKNOWN -> {
        // nothing is left to decide here; an unknown outcome has its own panel
      }
    }
    add(answering.warning(), answering.trouble());
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

  /** What was typed so far, so that it survives a new drawing. */
  String typed() {
    return comment.getValue();
  }

  /** What nobody sees would be sent with another button. */
  void type(String text) {
    if (comment.getParent().isPresent()) {
      comment.setValue(text);
    }
  }

  private boolean may(Right right) {
    return actor.may(right, view.line().environment());
  }

  private boolean mine() {
    return view.line().requester().equals(actor.id());
  }

  private boolean mayApprove() {
    return may(Right.APPROVE) && !mine() && !view.standing().answeredBy(actor.id());
  }

  private String effect() {
    return words.say(view.line().sentence());
  }

  private void waiting() {
    if (mayApprove()) {
      var approve =
          answering.button(
              words.text("operation.page.approve", effect()),
              () ->
                  requests.approve(
                      actor, view.id(), view.hash(), acknowledged(), comment.getValue()));
      approve.addThemeVariants(ButtonVariant.PRIMARY);
      needTicks.add(approve);
      var reject =
          answering.button(
              words.text("operation.page.reject"),
              () -> requests.reject(actor, view.id(), comment.getValue()));
      add(approve, comment, reject);
      if (!view.newestSheet().reservations().isEmpty()) {
        add(new Paragraph(words.text("operation.page.tickfirst")));
      }
    } else if (mine()) {
      add(new Paragraph(words.text("operation.page.notyours")));
    } else if (view.standing().answeredBy(actor.id())) {
      add(new Paragraph(words.text("operation.page.answered")));
    }
    cancel();
  }

  private void agreed() {
    if (view.state() == RequestState.APPROVED && may(Right.REQUEST)) {
      var start =
          answering.button(
              words.text("operation.page.start", effect()),
              () -> requests.start(actor, view.id(), view.hash()));
      start.addThemeVariants(ButtonVariant.PRIMARY);
      start.setEnabled(!blind);
      add(start);
      if (blind) {
        add(new Paragraph(words.text("operation.page.start.blind")));
      }
    } else if (view.state() == RequestState.APPROVED) {
      add(new Paragraph(words.text("operation.page.startedby")));
    }
    cancel();
  }

  /** From the first byte on nobody stops it: it is watched until its outcome. */
  private void underWay() {
    add(new Paragraph(words.text("operation.page.letitfinish")));
  }

  private void again() {
    Optional<String> link = ChangeLinks.again(view.operation());
    if (link.isPresent() && may(Right.REQUEST)) {
      var again = new Anchor(link.get(), words.text("operation.page.again"));
      again.addClassName("button-link");
      add(again);
    }
  }

  private void cancel() {
    if (mine() || may(Right.APPROVE)) {
      var cancel =
          answering.button(
              words.text("operation.page.cancel"),
              () -> requests.cancel(actor, view.id(), comment.getValue()));
      cancel.addThemeVariants(ButtonVariant.TERTIARY);
      add(cancel);
    }
  }

  private Set<String> acknowledged() {
    var shown = sheet;
    return shown == null ? Set.of() : shown.acknowledged();
  }
}

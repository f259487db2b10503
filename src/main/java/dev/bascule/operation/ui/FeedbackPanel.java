package dev.bascule.operation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.bascule.access.Actor;
import dev.bascule.access.Right;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Requests;
import java.util.Optional;

/** "Was this as you expected?", asked once, after an outcome. */
final class FeedbackPanel extends Div {
  private static final long serialVersionUID = 1L;

  private FeedbackPanel() {
    addClassName("panel");
  }

  /** The question, or the answer that was given; empty when there is neither. */
  static Optional<FeedbackPanel> of(
      Wording words, Requests requests, Actor actor, RequestView view, Runnable done) {
    var panel = new FeedbackPanel();
    var given = view.feedback();
    if (given != null) {
      panel.add(
          new Paragraph(
              words.text(
                  given.asExpected()
                      ? "operation.page.feedback.was"
                      : "operation.page.feedback.wasnot",
                  given.by(),
                  given.note())));
      return Optional.of(panel);
    }
    if (!view.state().outcome() || !actor.may(Right.REQUEST, view.line().environment())) {
      return Optional.empty();
    }
    var note = new TextField();
    note.setPlaceholder(words.text("operation.page.comment"));
    note.setAriaLabel(words.text("operation.page.comment"));
    note.setMaxLength(2000);
    var answering = new Answering(words, note, done);
    var row =
        new Div(
            answering.button(
                words.text("operation.page.feedback.yes"),
                () -> requests.answer(actor, view.id(), true, note.getValue())),
            answering.button(
                words.text("operation.page.feedback.no"),
                () -> requests.answer(actor, view.id(), false, note.getValue())),
            note);
    row.addClassName("answers");
    panel.add(
        new Paragraph(words.text("operation.page.feedback.ask")),
        row,
        answering.warning(),
        answering.trouble());
    return Optional.of(panel);
  }
}

package dev.bascule.operation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.bascule.access.Actor;
import dev.bascule.access.Right;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Requests;
import java.util.Objects;

/** The exception that was used instead of an agreement, and its review. */
final class ExceptionPanel extends Div {
  private static final long serialVersionUID = 1L;

  ExceptionPanel(
      Wording words,
      Requests requests,
      Actor actor,
      RequestView view,
      RequestView.BreakGlass glass,
      Runnable done) {
    addClassNames("panel", "exception");
    add(new H2(words.text("operation.page.glass.title")));
    add(
        new Paragraph(
            words.text(
                "operation.page.glass.by",
                glass.by(),
                words.formats().full(glass.at()),
                glass.reason())));
    var reviewer = glass.reviewedBy();
    if (reviewer != null) {
      add(
          new Paragraph(
              words.text(
                  "operation.page.glass.reviewed",
                  reviewer,
                  words.formats().full(Objects.requireNonNullElse(glass.reviewedAt(), glass.at())),
                  glass.reviewNote())));
      return;
    }
    boolean own = view.line().requester().equals(actor.id());
    if (own || !actor.may(Right.REVIEW, view.line().environment())) {
      add(new Paragraph(words.text("operation.page.glass.open")));
      return;
    }
    var note = new TextArea(words.text("operation.page.glass.note"));
    note.setMaxLength(2000);
    note.setWidthFull();
    note.setRequiredIndicatorVisible(true);
    note.setValueChangeMode(ValueChangeMode.EAGER);
    var answering = new Answering(words, note, done);
    var close =
        answering.button(
            words.text("operation.page.glass.close"),
            () -> requests.review(actor, view.id(), note.getValue()));
    close.setEnabled(false);
    note.addValueChangeListener(change -> close.setEnabled(!note.getValue().isBlank()));
    add(note, answering.warning(), close, answering.trouble());
  }
}

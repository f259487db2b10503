package dev.bascule.operation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.bascule.access.Actor;
import dev.bascule.operation.Remark;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.Requests;
import dev.bascule.ui.Badges;
import java.util.List;

/** What people say to each other about a request. What is being typed stays when others speak. */
final class ConversationPanel extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Wording words;
  private final Div said = new Div();

  ConversationPanel(Wording words, Requests requests, Actor actor, RequestId id) {
    this.words = words;
    addClassNames("panel", "conversation");
    said.getElement().setAttribute("aria-live", "polite");
    var text = new TextArea();
    text.setPlaceholder(words.text("operation.page.say.placeholder"));
    text.setAriaLabel(words.text("operation.page.say.placeholder"));
    text.setMaxLength(2000);
    text.setWidthFull();
    text.setValueChangeMode(ValueChangeMode.EAGER);
    var answering = new Answering(words, text, text::clear);
    var say =
        answering.button(
            words.text("operation.page.say"), () -> requests.remark(actor, id, text.getValue()));
    say.setEnabled(false);
    text.addValueChangeListener(change -> say.setEnabled(!text.getValue().isBlank()));
    add(
        new H2(words.text("operation.page.conversation")),
        said,
        text,
        answering.warning(),
        say,
        answering.trouble());
  }

  /** Draws what was said, oldest first. */
  void show(List<Remark> remarks) {
    said.removeAll();
    for (var remark : remarks) {
      var when = new Span(words.formats().full(remark.at()));
      when.addClassName("secondary");
      var text = new Paragraph(remark.text());
      text.addClassName("remark-text");
      var one = new Div(Badges.mono(remark.by()), when, text);
      one.addClassName("remark");
      said.add(one);
    }
    said.setVisible(!remarks.isEmpty());
  }
}

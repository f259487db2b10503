package dev.bascule.access.ui;

import com.vaadin.flow.component.html.Paragraph;

/** One line that says what became of a click: done, or why not. */
final class Said extends Paragraph {
  private static final long serialVersionUID = 1L;

  Said() {
    addClassName("said");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  void done(String text) {
    say(text, false);
  }

  void refused(String text) {
    say(text, true);
  }

  void nothing() {
    setVisible(false);
  }

  private void say(String text, boolean trouble) {
    setText(text);
    setClassName("trouble", trouble);
    setVisible(true);
  }
}

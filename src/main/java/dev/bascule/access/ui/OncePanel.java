package dev.bascule.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bascule.ui.Glyph;

/**
 * Something secret that is shown once: it goes to the browser and is kept nowhere, not even in this
 * component. Reloading the page loses it.
 */
final class OncePanel extends Div {
  private static final long serialVersionUID = 1L;

  private final Paragraph what = new Paragraph();
  private final Code secret = new Code();
  private final Span copied = new Span();

  OncePanel() {
    addClassNames("panel", "once-panel");
    getElement().setAttribute("role", "status");
    secret.addClassName("once");
    secret.getElement().setAttribute("tabindex", "0");
    Button copy = new Button(getTranslation("access.once.copy"), Glyph.COPY.icon());
    copy.addClickListener(
        click ->
            secret
                .getElement()
                .executeJs(
                    // without a safe origin browsers have no clipboard: select it instead
                    """
                    const range = document.createRange();
                    range.selectNodeContents(this);
                    getSelection().removeAllRanges();
                    getSelection().addRange(range);
                    if (!navigator.clipboard) return false;
                    return navigator.clipboard.writeText(this.textContent).then(() => true, () => false);
                    """)
                .then(
                    Boolean.class,
                    done ->
                        copied.setText(
                            getTranslation(done ? "access.once.copied" : "access.once.selected"))));
    copied.getElement().setAttribute("role", "status");
    Div line = new Div(secret, copy, copied);
    line.addClassName("once-line");
    add(what, line);
    setVisible(false);
  }

  /** Shows it, with a text that says what it is and what to do with it. */
  void show(String text, String value) {
    what.setText(text);
    copied.setText("");
    setVisible(true);
    secret.getElement().executeJs("this.textContent = $0", value);
  }

  /** Forgets it. */
  void forget() {
    setVisible(false);
    secret.getElement().executeJs("this.textContent = ''");
  }
}

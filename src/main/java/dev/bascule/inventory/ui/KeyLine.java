package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bascule.ui.Glyph;

/** A line of monospaced text with a button that copies it. */
final class KeyLine extends Div {
  private static final long serialVersionUID = 1L;

  KeyLine(String line) {
    addClassName("key-line");
    var shown = new Span(line);
    shown.addClassName("mono");
    var said = new Span();
    said.addClassName("secondary");
    said.getElement().setAttribute("aria-live", "polite");
    var copy = new Button(getTranslation("inventory.copy"), Glyph.COPY.icon());
    copy.addThemeVariants(ButtonVariant.SMALL);
    copy.addClickListener(
        click -> {
          // the clipboard is only there on https and localhost; elsewhere the text is selected
          copy.getElement()
              .executeJs(
                  """
                  if (navigator.clipboard) {
                    return navigator.clipboard.writeText($0).then(() => true);
                  }
                  const range = document.createRange();
                  range.selectNodeContents($1);
                  getSelection().removeAllRanges();
                  getSelection().addRange(range);
                  return false;
                  """,
                  line,
                  shown.getElement())
              .then(
                  Boolean.class,
                  copied ->
                      said.setText(
                          getTranslation(copied ? "inventory.copied" : "inventory.selected")));
        });
    add(shown, copy, said);
  }
}

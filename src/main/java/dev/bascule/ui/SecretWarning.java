package dev.bascule.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.function.UnaryOperator;

/**
 * Beneath a field of free text: that it holds what looks like a secret, and how it would be kept.
 * Nothing is to be sent until the text is mended or the person insists.
 */
public final class SecretWarning extends Div {
  private static final long serialVersionUID = 1L;

  private final transient UnaryOperator<String> mask;
  private final Pre kept = new Pre();
  private final Checkbox anyway = new Checkbox();
  private boolean found;

  /**
   * A warning, hidden until there is something to warn of.
   *
   * @param field the text
   * @param mask the text without its secrets; the same text if it holds none
   */
  public SecretWarning(HasValue<?, String> field, UnaryOperator<String> mask) {
    this.mask = mask;
    addClassName("secret-warning");
    getElement().setAttribute("role", "alert");
    kept.addClassName("mono");
    anyway.setLabel(getTranslation("ui.secret.anyway"));
    add(new Paragraph(getTranslation("ui.secret.found")), kept, anyway);
    field.addValueChangeListener(change -> look(change.getValue()));
    look(field.getValue());
  }

  private void look(String text) {
    var masked = mask.apply(text);
    found = !masked.equals(text);
    kept.setText(found ? masked : "");
    if (!found) {
      anyway.setValue(false);
    }
    setVisible(found);
  }

  /** Whether the text may be sent as it is; if not, the person is led here. */
  public boolean heeded() {
    if (!found || anyway.getValue()) {
      return true;
    }
    anyway.focus();
    return false;
  }
}

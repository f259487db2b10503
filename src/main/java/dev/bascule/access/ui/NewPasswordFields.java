package dev.bascule.access.ui;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.bascule.access.Password;
import java.io.Serializable;
import java.util.Objects;

/** A new password, typed twice. */
final class NewPasswordFields implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PasswordField once = new PasswordField();
  private final PasswordField again = new PasswordField();

  NewPasswordFields() {
    once.setLabel(once.getTranslation("access.password.new"));
    once.setHelperText(once.getTranslation("access.password.help", Password.SHORTEST));
    again.setLabel(again.getTranslation("access.password.again"));
    for (PasswordField field : java.util.List.of(once, again)) {
      field.getElement().setAttribute("autocomplete", "new-password");
      field.setWidthFull();
    }
  }

  void addTo(HasComponents parent) {
    parent.add(once, again);
  }

  /**
   * What was typed.
   *
   * @throws TypedDifferently if the second differs from the first
   * @throws IllegalArgumentException if it is too long
   */
  Password value() {
    if (!Objects.equals(once.getValue(), again.getValue())) {
      throw new TypedDifferently();
    }
    return new Password(once.getValue());
  }

  /** Forgets what was typed. */
  void clear() {
    once.clear();
    again.clear();
  }

  /** The two fields differ. */
  static final class TypedDifferently extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
  }
}

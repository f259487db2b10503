package dev.bascule.access.ui;

import com.vaadin.flow.component.textfield.TextField;
import dev.bascule.access.PersonName;
import dev.bascule.access.WeakPassword;

/** Which text explains why something typed was refused. */
final class Troubles {
  private static final String INPUT = "access.input.wrong";

  private Troubles() {}

  static String key(IllegalArgumentException refusal, TextField name) {
    String key = key(refusal);
    return key.equals(INPUT) && !isName(name.getValue()) ? "access.person.name.wrong" : key;
  }

  static String key(IllegalArgumentException refusal) {
    if (refusal instanceof WeakPassword weak) {
      return switch (weak.why()) {
        case SHORT -> "access.password.short";
        case CONTROL_CHARACTERS -> "access.password.control";
        case OBVIOUS -> "access.password.obvious";
      };
    }
    if (refusal instanceof NewPasswordFields.TypedDifferently) {
      return "access.password.different";
    }
    return INPUT;
  }

  private static boolean isName(String text) {
    try {
      return !new PersonName(text).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

package dev.bascule.access.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import dev.bascule.access.Role;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Which roles somebody has, each with what it allows. */
final class RoleFields extends Div {
  private static final long serialVersionUID = 1L;

  private final CheckboxGroup<Role> roles = new CheckboxGroup<>();

  RoleFields() {
    roles.setLabel(getTranslation("access.person.roles"));
    roles.setItems(Role.values());
    roles.setItemLabelGenerator(role -> text("access.role." + role.name()));
    roles.setItemHelperGenerator(role -> text("access.role." + role.name() + ".may"));
    // without the indicator: it would put aria-required on a group, where it is not allowed
    add(roles);
  }

  void show(Set<Role> shown) {
    roles.setValue(shown);
    roles.setInvalid(false);
  }

  /** What is chosen; marked when it is nothing. */
  Set<Role> value() {
    EnumSet<Role> chosen = EnumSet.noneOf(Role.class);
    chosen.addAll(roles.getValue());
    roles.setErrorMessage(text("access.person.roles.none"));
    roles.setInvalid(chosen.isEmpty());
    return chosen;
  }

  private String text(String key) {
    return Objects.requireNonNull(getTranslation(key));
  }
}

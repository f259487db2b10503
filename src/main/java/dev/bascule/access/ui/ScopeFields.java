package dev.bascule.access.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.bascule.access.Scope;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where rights hold: in every environment, or in some. A name that is not there yet may be typed.
 */
final class ScopeFields extends Div {
  private static final long serialVersionUID = 1L;

  private final RadioButtonGroup<Boolean> everywhere = new RadioButtonGroup<>();
  private final MultiSelectComboBox<String> names = new MultiSelectComboBox<>();
  private final Set<String> known = new TreeSet<>();

  /**
   * The fields.
   *
   * @param environments those there are
   * @param most what may be given at most: who gives it reaches no further
   */
  ScopeFields(Collection<String> environments, Scope most) {
    known.addAll(environments);
    addClassName("scope-fields");
    everywhere.setLabel(getTranslation("access.scope"));
    everywhere.setItems(true, false);
    everywhere.setItemLabelGenerator(
        all -> text(all ? "access.scope.everywhere" : "access.scope.some"));
    everywhere.setItemEnabledProvider(all -> most.everywhere() || !all);
    everywhere.addValueChangeListener(
        change -> names.setVisible(Boolean.FALSE.equals(change.getValue())));
    names.setAriaLabel(text("access.scope.names"));
    names.setPlaceholder(getTranslation("access.scope.names"));
    names.setWidthFull();
    names.setAllowCustomValue(most.everywhere());
    names.addCustomValueSetListener(typed -> choose(typed.getDetail().strip()));
    add(everywhere, names);
    show(most.everywhere() ? Scope.all() : most);
  }

  private void choose(String name) {
    Set<String> chosen = new LinkedHashSet<>(names.getValue());
    try {
      Scope.of(Set.of(name));
      chosen.add(name);
      known.add(name);
      names.setItems(known);
      names.setInvalid(false);
    } catch (IllegalArgumentException e) {
      names.setErrorMessage(getTranslation("access.scope.wrong"));
      names.setInvalid(true);
    }
    names.setValue(chosen);
  }

  void show(Scope scope) {
    known.addAll(scope.environments());
    names.setItems(known);
    names.setValue(scope.environments());
    names.setVisible(!scope.everywhere());
    everywhere.setValue(scope.everywhere());
  }

  Scope value() {
    return Boolean.TRUE.equals(everywhere.getValue()) ? Scope.all() : Scope.of(names.getValue());
  }

  private String text(String key) {
    return Objects.requireNonNull(getTranslation(key));
  }
}

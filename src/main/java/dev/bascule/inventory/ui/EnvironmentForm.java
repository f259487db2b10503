package dev.bascule.inventory.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.bascule.inventory.Criticality;
import dev.bascule.inventory.Environment;
import dev.bascule.ui.Tone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks what an environment is called, how it looks, and as whom to log in there. */
final class EnvironmentForm extends Dialog {
  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField();
  private final TextField colour = new TextField();
  private final Checkbox production = new Checkbox();
  private final Select<Criticality> criticality = new Select<>();
  private final TextField account = new TextField();
  private final TextField owner = new TextField();
  private final CheckList trouble = new CheckList();
  private final transient Consumer<Environment> keep;
  private long version;

  /** A form, opened with {@link #open()}; {@code keep} may refuse. */
  EnvironmentForm(String title, Consumer<Environment> keep) {
    this.keep = keep;
    setHeaderTitle(title);
    setWidth("min(560px, 96vw)");
    fields().forEach(this::label);
    colour.getElement().executeJs("this.inputElement && (this.inputElement.type = 'color')");
    colour.setValue("#005a8c");
    account.setValue("postgres");
    production.setLabel(getTranslation("inventory.environment.production"));
    criticality.setLabel(getTranslation("inventory.environment.criticality"));
    criticality.setItems(Criticality.values());
    criticality.setItemLabelGenerator(one -> getTranslation("inventory.criticality." + one.code()));
    criticality.setValue(Criticality.MEDIUM);
    var form = new Fields(name, colour, account, owner, criticality, production);
    form.setColspan(production, 2);
    var save = new Button(getTranslation("inventory.save"), click -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    save.addClickShortcut(Key.ENTER);
    var leave = new Button(getTranslation("ui.cancel"), click -> close());
    leave.addThemeVariants(ButtonVariant.TERTIARY);
    getFooter().add(leave, save);
    add(form, trouble);
  }

  private Map<String, TextField> fields() {
    return Map.of("name", name, "colour", colour, "account", account, "owner", owner);
  }

  private void label(String key, TextField field) {
    field.setLabel(getTranslation("inventory.environment." + key));
    field.setHelperText(getTranslation("inventory.environment." + key + ".help"));
  }

  void show(Environment environment) {
    version = environment.version();
    name.setValue(environment.name());
    name.setReadOnly(true);
    colour.setValue(environment.colour());
    production.setValue(environment.production());
    criticality.setValue(environment.criticality());
    account.setValue(environment.account());
    owner.setValue(Optional.ofNullable(environment.owner()).orElse(""));
  }

  private void save() {
    List.copyOf(fields().values()).forEach(field -> field.setInvalid(false));
    trouble.clear();
    try {
      keep.accept(
          new Environment(
              name.getValue().strip(),
              colour.getValue(),
              production.getValue(),
              Optional.ofNullable(criticality.getValue()).orElse(Criticality.MEDIUM),
              account.getValue().strip(),
              owner.getValue().isBlank() ? null : owner.getValue().strip(),
              version));
      close();
    } catch (RuntimeException e) {
      var words = Wording.of(this, e);
      var field = Wording.field(e).map(fields()::get).orElse(null);
      if (field == null) {
        trouble.begin(Tone.CRITICAL, words);
      } else {
        field.setErrorMessage(words);
        field.setInvalid(true);
        field.focus();
      }
    }
  }
}

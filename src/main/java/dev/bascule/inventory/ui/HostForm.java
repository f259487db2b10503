package dev.bascule.inventory.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.bascule.inventory.Environment;
import dev.bascule.inventory.HostAddress;
import dev.bascule.inventory.HostDraft;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.ui.Tone;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks what a host is called and where it is reached. */
final class HostForm extends Dialog {
  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField();
  private final TextField address = new TextField();
  private final TextField port = new TextField();
  private final TextField site = new TextField();
  private final Select<String> environment = new Select<>();
  private final CheckList trouble = new CheckList();
  private final Button save = new Button();
  private final transient Function<HostDraft, Callable<String>> keep;
  private final transient Consumer<String> done;

  /**
   * A form, opened with {@link #open()}.
   *
   * @param keep gives the work that keeps what was said, off the UI's thread; it answers the host's
   *     name
   * @param done what to show then, given that name
   */
  HostForm(
      String title,
      List<Environment> environments,
      Function<HostDraft, Callable<String>> keep,
      Consumer<String> done) {
    this.keep = keep;
    this.done = done;
    setHeaderTitle(title);
    setWidth("min(560px, 96vw)");
    label(name, "name");
    label(address, "address");
    label(port, "port");
    label(site, "site");
    name.addClassName("mono-value");
    address.addClassName("mono-value");
    port.setValue(Integer.toString(HostDraft.SSH_PORT));
    port.getElement().setAttribute("inputmode", "numeric");
    environment.setLabel(getTranslation("inventory.host.environment"));
    environment.setHelperText(getTranslation("inventory.host.environment.help"));
    environment.setItems(environments.stream().map(Environment::name).toList());
    if (!environments.isEmpty()) {
      environment.setValue(environments.getFirst().name());
    }
    var form = new Fields(name, address, port, environment, site);
    save.setText(getTranslation("inventory.save"));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    save.addClickListener(click -> save());
    save.addClickShortcut(Key.ENTER);
    var leave = new Button(getTranslation("ui.cancel"), click -> close());
    leave.addThemeVariants(ButtonVariant.TERTIARY);
    getFooter().add(leave, save);
    add(new Paragraph(getTranslation("inventory.host.form")), form, trouble);
  }

  private void label(TextField field, String key) {
    field.setLabel(getTranslation("inventory.host." + key));
    field.setHelperText(getTranslation("inventory.host." + key + ".help"));
  }

  /** Begins with what a member says of its host. */
  void suggest(String suggestedName, HostAddress where) {
    name.setValue(suggestedName);
    address.setValue(where.value());
  }

  /** Begins with what is kept. */
  void show(HostRecord host) {
    name.setValue(host.name());
    address.setValue(host.address().value());
    port.setValue(Integer.toString(host.draft().port()));
    environment.setValue(host.draft().environment());
    site.setValue(host.site());
  }

  private void save() {
    trouble.clear();
    List.<HasValidation>of(name, address, port, site, environment)
        .forEach(field -> field.setInvalid(false));
    try {
      var draft = draft();
      save.setEnabled(false);
      Work.run(
          getUI().orElseThrow(),
          keep.apply(draft),
          kept -> {
            close();
            done.accept(kept);
          },
          this::refused);
    } catch (Unacceptable e) {
      refused(e);
    }
  }

  private HostDraft draft() {
    return new HostDraft(
        name.getValue().strip(),
        new HostAddress(address.getValue()),
        number(port.getValue().strip()),
        Optional.ofNullable(environment.getValue()).orElse(""),
        site.getValue());
  }

  /** Digits alone: {@code 22;ls} and the like are no port. */
  private static int number(String text) {
    if (!text.matches("[0-9]{1,6}")) {
      throw new Unacceptable("port", "not.a.port");
    }
    return Integer.parseInt(text);
  }

  private void refused(Exception e) {
    save.setEnabled(true);
    var words = Wording.of(this, e);
    var field = Wording.field(e).map(this::field).orElse(null);
    if (field == null) {
      trouble.begin(Tone.CRITICAL, words);
    } else {
      field.setErrorMessage(words);
      field.setInvalid(true);
      ((Focusable<?>) field).focus();
    }
  }

  private @Nullable HasValidation field(String code) {
    return switch (code) {
      case "name" -> name;
      case "address" -> address;
      case "port" -> port;
      case "site" -> site;
      case "environment" -> environment;
      default -> null;
    };
  }
}

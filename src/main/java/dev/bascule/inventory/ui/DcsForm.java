package dev.bascule.inventory.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.bascule.inventory.DcsDraft;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.DcsRecord;
import dev.bascule.inventory.Environment;
import dev.bascule.inventory.IdentityDraft;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.ui.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that a DCS takes, in one form, with tests that name what is wrong. */
final class DcsForm extends Div {
  private static final long serialVersionUID = 1L;

  private final transient DcsEndpoints dcs;
  private final transient Reach reach;
  private final transient Consumer<String> done;
  private final TextField name = new TextField();
  private final TextArea endpoints = new TextArea();
  private final TextField prefix = new TextField();
  private final Select<String> environment = new Select<>();
  private final TextField user = new TextField();
  private final PasswordField password = new PasswordField();
  private final IdentityFields identity = new IdentityFields();
  private final Checkbox sameRest = new Checkbox();
  private final IdentityFields rest = new IdentityFields();
  private final CheckList found = new CheckList();
  private final Button test = new Button();
  private final Button testRest = new Button();
  private final Button save = new Button();
  private transient @Nullable DcsRecord record;

  DcsForm(DcsEndpoints dcs, Reach reach, Consumer<String> done) {
    var environments = reach.managed();
    this.dcs = dcs;
    this.reach = reach;
    this.done = done;
    addClassName("dcs-form");
    label(name, "name");
    name.addClassName("mono-value");
    endpoints.setLabel(getTranslation("inventory.dcs.endpoints"));
    endpoints.setHelperText(getTranslation("inventory.dcs.endpoints.help"));
    endpoints.setPlaceholder("https://10.0.0.11:2379\nhttps://10.0.0.12:2379");
    endpoints.setMinRows(3);
    endpoints.addClassName("mono-value");
    endpoints.getElement().setAttribute("spellcheck", "false");
    label(prefix, "prefix");
    prefix.setValue("/service/");
    prefix.addClassName("mono-value");
    environment.setLabel(getTranslation("inventory.hosts.environment"));
    environment.setHelperText(getTranslation("inventory.dcs.environment.help"));
    environment.setEmptySelectionAllowed(true);
    environment.setEmptySelectionCaption(getTranslation("inventory.none"));
    environment.setItems(environments.stream().map(Environment::name).toList());
    if (environments.size() == 1) {
      environment.setValue(environments.getFirst().name());
    }
    label(user, "user");
    user.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
    password.setLabel(getTranslation("inventory.dcs.password"));
    password.setHelperText(getTranslation("inventory.dcs.password.help"));
    password.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
    sameRest.setLabel(getTranslation("inventory.dcs.rest.same"));
    sameRest.setValue(true);
    sameRest.addValueChangeListener(change -> rest.setVisible(!change.getValue()));
    rest.setVisible(false);
    buttons();
    add(
        panel("where", "where.text", new Fields(name, environment, prefix), endpoints),
        panel("identity", "identity.text", identity, new Fields(user, password)),
        panel("rest.identity", "rest.text", sameRest, rest),
        found,
        row());
  }

  private void label(TextField field, String key) {
    field.setLabel(getTranslation("inventory.dcs." + key));
    field.setHelperText(getTranslation("inventory.dcs." + key + ".help"));
  }

  private Div panel(String title, String text, com.vaadin.flow.component.Component... components) {
    var panel =
        new Div(
            new H2(getTranslation("inventory.dcs." + title)),
            new Paragraph(getTranslation("inventory.dcs." + text)));
    panel.add(components);
    panel.addClassName("panel");
    return panel;
  }

  private void buttons() {
    test.setText(getTranslation("inventory.dcs.test"));
    test.addClickListener(click -> test());
    testRest.setText(getTranslation("inventory.dcs.test.rest"));
    testRest.addClickListener(click -> testRest());
    testRest.setVisible(false);
    save.setText(getTranslation("inventory.save"));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    save.addClickListener(click -> save());
  }

  private Div row() {
    var row = new Div(test, testRest, save);
    row.addClassName("form-actions");
    return row;
  }

  /** Begins with what is kept. */
  void show(DcsRecord kept) {
    record = kept;
    name.setValue(kept.name());
    name.setReadOnly(true);
    endpoints.setValue(String.join("\n", kept.endpoints()));
    prefix.setValue(kept.prefix());
    environment.setValue(kept.environment().isEmpty() ? null : kept.environment());
    user.setValue(Optional.ofNullable(kept.user()).orElse(""));
    if (kept.user() != null) {
      password.setHelperText(getTranslation("inventory.dcs.password.kept"));
    }
    identity.show(kept.identity());
    var restKept = kept.rest();
    sameRest.setValue(false);
    sameRest.setVisible(false);
    rest.setVisible(true);
    if (restKept != null) {
      rest.show(restKept);
    }
    testRest.setVisible(true);
  }

  private DcsDraft draft() {
    var plain = name.getValue().strip();
    if (record == null && plain.equals(DcsView.NEW)) {
      throw new Unacceptable("name", "taken", plain);
    }
    return new DcsDraft(
        plain,
        lines(endpoints.getValue()),
        prefix.getValue(),
        Optional.ofNullable(environment.getValue()).orElse(""),
        identity.draft(),
        user.getValue(),
        password.getValue(),
        restDraft());
  }

  private IdentityDraft restDraft() {
    return record == null && sameRest.getValue() ? identity.draft() : rest.draft();
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("[\\s,]+", 200)).filter(line -> !line.isBlank()).toList();
  }

  private Optional<DcsDraft> checked() {
    clear();
    try {
      return Optional.of(draft());
    } catch (Unacceptable e) {
      refused(e);
      return Optional.empty();
    }
  }

  private void clear() {
    found.clear();
    identity.valid();
    rest.valid();
    List.<HasValidation>of(name, endpoints, prefix, environment, user, password)
        .forEach(field -> field.setInvalid(false));
  }

  private void enable(boolean enabled) {
    test.setEnabled(enabled);
    testRest.setEnabled(enabled);
    save.setEnabled(enabled);
  }

  private void test() {
    checked()
        .ifPresent(
            draft -> {
              var who = reach.actor();
              enable(false);
              found.busy(getTranslation("inventory.dcs.testing"));
              Work.run(
                  getUI().orElseThrow(),
                  () -> dcs.test(who, draft),
                  result -> {
                    enable(true);
                    TestWords.show(this, found, draft, result);
                  },
                  this::refused);
            });
  }

  private void testRest() {
    checked()
        .ifPresent(
            draft -> {
              var who = reach.actor();
              enable(false);
              found.busy(getTranslation("inventory.rest.testing"));
              Work.run(
                  getUI().orElseThrow(),
                  () -> dcs.testRest(who, draft),
                  result -> {
                    enable(true);
                    TestWords.show(this, found, result);
                  },
                  this::refused);
            });
  }

  private void save() {
    checked()
        .ifPresent(
            draft -> {
              var who = reach.actor();
              var before = record;
              enable(false);
              Work.run(
                  getUI().orElseThrow(),
                  () -> {
                    if (before == null) {
                      dcs.create(who, draft);
                    } else {
                      dcs.update(who, before.version(), draft);
                    }
                    return draft.name();
                  },
                  done,
                  this::refused);
            });
  }

  /** Says why something was refused, beside the field that it is about and beside the buttons. */
  void refused(Exception e) {
    enable(true);
    found.clear();
    var words = Wording.of(this, e);
    var code = Wording.field(e).orElse("");
    var pem =
        code.startsWith("rest.") && rest.isVisible()
            ? rest.field(code.substring("rest.".length()))
            : identity.field(code.replace("rest.", ""));
    if (pem.isPresent()) {
      pem.get().invalid(words);
    }
    var field = field(code);
    if (field != null) {
      field.setErrorMessage(words);
      field.setInvalid(true);
    }
    // also beside the button that was pressed: the field may be far up
    found.begin(Tone.CRITICAL, words);
  }

  private @Nullable HasValidation field(String code) {
    return switch (code) {
      case "name" -> name;
      case "endpoints" -> endpoints;
      case "environment" -> environment;
      case "prefix" -> prefix;
      case "user" -> user;
      case "password" -> password;
      default -> null;
    };
  }
}

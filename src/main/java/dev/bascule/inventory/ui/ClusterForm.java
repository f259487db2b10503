package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.bascule.inventory.ClusterDetails;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.Criticality;
import dev.bascule.inventory.EntryPoint;
import dev.bascule.inventory.Environment;
import dev.bascule.ui.Tone;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What people say of a cluster. */
final class ClusterForm extends Div {
  private static final long serialVersionUID = 1L;

  private final Map<String, TextField> texts = new LinkedHashMap<>();
  private final Select<String> environment = new Select<>();
  private final Select<Criticality> criticality = new Select<>();
  private final CheckList trouble = new CheckList();
  private final Button save = new Button();
  private final transient Consumer<Saved> keep;
  private long version;

  /** What was said, and the version that it was said of. */
  record Saved(ClusterDetails details, long version) {}

  ClusterForm(List<Environment> environments, Consumer<Saved> keep) {
    this.keep = keep;
    addClassName("panel");
    environment.setLabel(getTranslation("inventory.hosts.environment"));
    environment.setEmptySelectionAllowed(true);
    environment.setEmptySelectionCaption(getTranslation("inventory.cluster.environment.dcs"));
    environment.setItems(environments.stream().map(Environment::name).toList());
    criticality.setLabel(getTranslation("inventory.environment.criticality"));
    criticality.setEmptySelectionAllowed(true);
    criticality.setEmptySelectionCaption(
        getTranslation("inventory.cluster.criticality.environment"));
    criticality.setItems(Criticality.values());
    criticality.setItemLabelGenerator(
        one ->
            one == null
                ? getTranslation("inventory.cluster.criticality.environment")
                : getTranslation("inventory.criticality." + one.code()));
    var layout = new Fields(environment, criticality);
    for (var key :
        List.of(
            "site",
            "application",
            "owner",
            "onCall",
            "runbook",
            "tags",
            "entryPoint",
            "entryPointAddress")) {
      var field = new TextField(getTranslation("inventory.cluster." + key));
      field.setHelperText(getTranslation("inventory.cluster." + key + ".help"));
      texts.put(key, field);
      layout.add(field);
    }
    save.setText(getTranslation("inventory.save"));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    save.addClickListener(click -> save());
    var row = new Div(save);
    row.addClassName("form-actions");
    add(new H2(getTranslation("inventory.cluster.details")), layout, trouble, row);
  }

  void show(ClusterRecord record) {
    version = record.version();
    var details = record.details();
    environment.setValue(details.environment().isEmpty() ? null : details.environment());
    criticality.setValue(details.criticality());
    put("site", details.site());
    put("application", details.application());
    put("owner", details.owner());
    put("onCall", details.onCall());
    put("runbook", details.runbook());
    put("tags", String.join(", ", details.tags()));
    var entry = record.entryPoint();
    put("entryPoint", entry.map(EntryPoint::kind).orElse(""));
    put("entryPointAddress", entry.map(EntryPoint::address).orElse(""));
  }

  private void put(String key, String value) {
    field(key).setValue(value);
  }

  private String get(String key) {
    return field(key).getValue();
  }

  private TextField field(String key) {
    return Optional.ofNullable(texts.get(key)).orElseThrow();
  }

  private void save() {
    trouble.clear();
    texts.values().forEach(field -> field.setInvalid(false));
    try {
      var address = get("entryPointAddress").strip();
      var kind = get("entryPoint").strip();
      keep.accept(
          new Saved(
              new ClusterDetails(
                  Optional.ofNullable(environment.getValue()).orElse(""),
                  get("site"),
                  get("application"),
                  get("owner"),
                  get("onCall"),
                  criticality.getValue(),
                  get("runbook"),
                  new HashSet<>(Arrays.asList(get("tags").split(",", 100))),
                  address.isEmpty() && kind.isEmpty()
                      ? null
                      : new EntryPoint(kind.isEmpty() ? "keepalived" : kind, address)),
              version));
      trouble.begin(Tone.QUIET, getTranslation("inventory.saved"));
    } catch (RuntimeException e) {
      var words = Wording.of(this, e);
      Wording.field(e)
          .map(texts::get)
          .ifPresent(
              field -> {
                field.setErrorMessage(words);
                field.setInvalid(true);
                field.focus();
              });
      trouble.begin(Tone.CRITICAL, words);
    }
  }
}

package dev.bascule.approval.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.bascule.approval.ApprovalPolicy;
import dev.bascule.approval.PolicyRule;
import dev.bascule.audit.PastedSecrets;
import dev.bascule.inventory.Criticality;
import dev.bascule.ui.SecretWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** Proposes a rule in the place of the one with the same scope. */
final class PolicyForm extends Div {
  private static final long serialVersionUID = 1L;
  private static final int MOST_APPROVALS = 5;
  private static final int MOST_HOURS = 30 * 24;

  private final ComboBox<String> environment = new ComboBox<>();
  private final ComboBox<String> criticality = new ComboBox<>();
  private final IntegerField approvals = new IntegerField();
  private final IntegerField hours = new IntegerField();
  private final TextArea reason = new TextArea();
  private final SecretWarning warning = new SecretWarning(reason, PastedSecrets::mask);
  private final Button propose = new Button();

  /**
   * A form.
   *
   * @param propose takes the rule and the reason, and says whether it was kept
   */
  PolicyForm(List<String> environments, BiPredicate<PolicyRule, String> propose) {
    addClassNames("panel", "change-form");
    scope(environment, "approval.page.environment", environments);
    scope(
        criticality,
        "approval.page.criticality",
        Arrays.stream(Criticality.values()).map(Criticality::code).toList());
    number(approvals, "approval.page.approvals", 0, MOST_APPROVALS, 1);
    number(hours, "approval.page.hours", 1, MOST_HOURS, 24);
    reason.setLabel(getTranslation("approval.page.reason"));
    reason.setMaxLength(2000);
    reason.setRequiredIndicatorVisible(true);
    reason.setValueChangeMode(ValueChangeMode.EAGER);
    reason.addValueChangeListener(change -> enable());
    this.propose.setText(getTranslation("approval.page.propose"));
    this.propose.addThemeVariants(ButtonVariant.PRIMARY);
    this.propose.addClickListener(
        click -> {
          if (ready() && warning.heeded() && propose.test(rule(), reason.getValue().strip())) {
            reason.clear();
          }
        });
    enable();
    add(
        new H2(getTranslation("approval.page.propose.title")),
        environment,
        criticality,
        approvals,
        hours,
        reason,
        warning,
        this.propose);
  }

  private void scope(ComboBox<String> box, String label, List<String> names) {
    var items = new ArrayList<String>();
    items.add("");
    items.addAll(names);
    box.setLabel(getTranslation(label));
    box.setItems(items);
    box.setItemLabelGenerator(name -> name.isEmpty() ? getTranslation("approval.page.all") : name);
    box.setValue("");
  }

  private void number(IntegerField field, String label, int least, int most, int value) {
    field.setLabel(getTranslation(label));
    field.setMin(least);
    field.setMax(most);
    field.setStepButtonsVisible(true);
    field.setValue(value);
    field.addValueChangeListener(change -> enable());
  }

  private void enable() {
    propose.setEnabled(ready());
  }

  private boolean ready() {
    return within(approvals, 0, MOST_APPROVALS)
        && within(hours, 1, MOST_HOURS)
        && !reason.getValue().isBlank();
  }

  private static boolean within(IntegerField field, int least, int most) {
    Integer value = field.getValue();
    return value != null && value >= least && value <= most;
  }

  private PolicyRule rule() {
    return new PolicyRule(
        chosen(environment),
        chosen(criticality),
        new ApprovalPolicy(approvals.getValue(), Duration.ofHours(hours.getValue())));
  }

  private static String chosen(ComboBox<String> box) {
    String value = box.getValue();
    return value == null ? "" : value;
  }
}

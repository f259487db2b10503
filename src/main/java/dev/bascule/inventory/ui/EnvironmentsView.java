package dev.bascule.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.bascule.inventory.Environment;
import dev.bascule.inventory.Environments;
import dev.bascule.ui.Badges;
import dev.bascule.ui.EmptyState;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.LiveBinding;
import dev.bascule.ui.PageView;
import dev.bascule.ui.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Where clusters and hosts belong, and as whom the console logs in there. */
@Route("environments")
@Menu(title = "inventory.menu.environments", order = 32)
@RolesAllowed("VIEW")
@StyleSheet("context://ui/inventory.css")
class EnvironmentsView extends PageView {
  private static final long serialVersionUID = 1L;

  private final transient Environments environments;
  private final transient Reach reach;
  private final Div all = new Div();

  EnvironmentsView(Environments environments, Reach reach, InventoryWatch watch) {
    super("inventory.environments.title");
    this.environments = environments;
    this.reach = reach;
    if (reach.manages()) {
      var add =
          new Button(
              getTranslation("inventory.environments.add"),
              click ->
                  new EnvironmentForm(
                          getTranslation("inventory.environments.add"),
                          one -> environments.create(reach.actor(), one))
                      .open());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      addActions(add);
    }
    add(all);
    LiveBinding.refresh(this, List.of(watch), this::draw);
  }

  private void draw() {
    all.removeAll();
    var known = environments.list().stream().filter(reach::sees).toList();
    if (known.isEmpty()) {
      all.add(
          new EmptyState(
              Glyph.INFRASTRUCTURE,
              getTranslation("inventory.environments.empty"),
              getTranslation("inventory.environments.empty.text")));
    }
    known.forEach(one -> all.add(panel(one)));
  }

  private Div panel(Environment environment) {
    var facts = new Facts();
    facts.mono(getTranslation("inventory.environment.account"), environment.account());
    var owner = environment.owner();
    facts.add(
        getTranslation("inventory.environment.owner"),
        owner == null
            ? new com.vaadin.flow.component.html.Span(getTranslation("inventory.environment.same"))
            : Badges.mono(owner));
    facts.text(
        getTranslation("inventory.environment.criticality"),
        getTranslation("inventory.criticality." + environment.criticality().code()));
    var panel =
        new Div(
            new H2(
                Badges.environment(
                    environment.name(), environment.colour(), environment.production())),
            facts);
    panel.addClassName("panel");
    if (reach.manages(environment.name())) {
      panel.add(actions(environment));
    }
    return panel;
  }

  private Div actions(Environment environment) {
    var trouble = new Div();
    trouble.getElement().setAttribute("aria-live", "polite");
    var edit =
        new Button(
            getTranslation("inventory.edit"),
            click -> {
              var form =
                  new EnvironmentForm(
                      getTranslation("inventory.environment.edit"),
                      one -> environments.update(reach.actor(), one));
              form.show(environment);
              form.open();
            });
    edit.setAriaLabel(getTranslation("ui.named", edit.getText(), environment.name()));
    var remove =
        new Button(
            getTranslation("inventory.remove"),
            click -> {
              try {
                environments.remove(reach.actor(), environment.name());
              } catch (RuntimeException e) {
                trouble.removeAll();
                trouble.add(Badges.state(Tone.CRITICAL, Wording.of(this, e)));
              }
            });
    remove.setAriaLabel(getTranslation("ui.named", remove.getText(), environment.name()));
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    var row = new Div(edit, remove, trouble);
    row.addClassName("form-actions");
    return row;
  }
}

package dev.bascule.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.NewPerson;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Password;
import dev.bascule.access.People;
import dev.bascule.access.Person;
import dev.bascule.access.PersonName;
import dev.bascule.access.Role;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;

/** Makes a person, whose temporary password is shown once. */
@Route("admin/new-person")
@RolesAllowed("MANAGE_PEOPLE")
@StyleSheet("context://ui/access.css")
class NewPersonView extends PageView {
  private static final long serialVersionUID = 1L;

  private final transient People people;
  private final transient CurrentActor actor;
  private final TextField name = new TextField();
  private final TextField displayName = new TextField();
  private final RoleFields roles = new RoleFields();
  private final ScopeFields scope;
  private final Said said = new Said();
  private final OncePanel once = new OncePanel();
  private final Div form = new Div();
  private final Div after = new Div();

  NewPersonView(People people, CurrentActor actor, Environments environments) {
    super("access.new.title");
    this.people = people;
    this.actor = actor;
    Actor now = actor.get();
    scope = new ScopeFields(environments.names(), now.scope());
    addClassName("person-page");
    addActions(new Anchor("admin/people", getTranslation("access.people.all")));
    name.setLabel(getTranslation("access.person.name"));
    name.setHelperText(getTranslation("access.person.name.help"));
    name.setMaxLength(64);
    name.setRequiredIndicatorVisible(true);
    name.getElement().setAttribute("autocomplete", "off");
    displayName.setLabel(getTranslation("access.person.display"));
    displayName.setMaxLength(100);
    roles.show(Set.of(Role.VIEWER));
    Button create = new Button(getTranslation("access.new.create"), click -> create());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    create.setDisableOnClick(true);
    create.addClickListener(click -> create.setEnabled(true));
    form.add(name, displayName, roles, scope, said, create);
    form.addClassNames("panel", "person-form");
    after.addClassName("entry-links");
    after.setVisible(false);
    add(once, after, form);
  }

  private void create() {
    said.nothing();
    try {
      PersonName wanted = new PersonName(name.getValue());
      Set<Role> chosen = roles.value();
      if (chosen.isEmpty()) {
        return;
      }
      String shown = displayName.getValue().isBlank() ? wanted.value() : displayName.getValue();
      Password password = TemporaryPassword.make();
      Person made =
          people.create(actor.get(), new NewPerson(wanted, shown, chosen, scope.value()), password);
      form.setVisible(false);
      once.show(getTranslation("access.new.made", made.displayName()), password.value());
      after.removeAll();
      after.add(
          new Anchor(PeopleView.link(made), made.displayName()),
          new Anchor("admin/people", getTranslation("access.people.all")));
      after.setVisible(true);
    } catch (People.NameTaken e) {
      said.refused(getTranslation("access.new.taken"));
    } catch (NotAllowed e) {
      said.refused(getTranslation("access.trouble.not-allowed"));
    } catch (IllegalArgumentException e) {
      said.refused(getTranslation(Troubles.key(e, name), Password.SHORTEST, Password.LONGEST));
    }
  }
}

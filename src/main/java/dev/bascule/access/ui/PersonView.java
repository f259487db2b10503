package dev.bascule.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Password;
import dev.bascule.access.People;
import dev.bascule.access.Person;
import dev.bascule.access.PersonName;
import dev.bascule.access.Role;
import dev.bascule.ui.Badges;
import dev.bascule.ui.Links;
import dev.bascule.ui.PageView;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.function.Supplier;

/** One person: display name, roles and scope; a new password; whether they can sign in. */
@Route("admin/people")
@RolesAllowed("MANAGE_PEOPLE")
@StyleSheet("context://ui/access.css")
class PersonView extends PageView implements HasUrlParameter<String> {
  private static final long serialVersionUID = 1L;

  private final transient People people;
  private final transient CurrentActor actor;
  private final TextField displayName = new TextField();
  private final RoleFields roles = new RoleFields();
  private final ScopeFields scope;
  private final Said saved = new Said();
  private final Said resetSaid = new Said();
  private final Said switchedSaid = new Said();
  private final OncePanel once = new OncePanel();
  private final Button reset = new Button();
  private final Button switched = new Button();
  private final Paragraph switchedText = new Paragraph();
  private final Div history = new Div();
  private transient Person person;

  @SuppressWarnings("NullAway.Init") // the person comes with the address, before anything is shown
  PersonView(People people, CurrentActor actor, Environments environments) {
    super("access.people.title");
    this.people = people;
    this.actor = actor;
    scope = new ScopeFields(environments.names(), actor.get().scope());
    addClassName("person-page");
    addActions(new Anchor("admin/people", getTranslation("access.people.all")));
    add(assigned(), password(), state(), history);
    history.addClassName("entry-links");
  }

  private Div assigned() {
    displayName.setLabel(getTranslation("access.person.display"));
    displayName.setMaxLength(100);
    Button save = new Button(getTranslation("access.person.save"), click -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    Paragraph when = new Paragraph(getTranslation("access.person.when"));
    when.addClassName("secondary");
    return panel("access.person.assigned", displayName, roles, scope, when, saved, save);
  }

  private Div password() {
    Paragraph text = new Paragraph(getTranslation("access.person.reset.text"));
    text.addClassName("secondary");
    reset.setText(getTranslation("access.person.reset"));
    reset.addClickListener(click -> reset());
    return panel("access.person.password", text, once, resetSaid, reset);
  }

  private Div state() {
    switchedText.addClassName("secondary");
    switched.addClickListener(click -> switchState());
    return panel("access.person.state", switchedText, switchedSaid, switched);
  }

  private Div panel(String title, com.vaadin.flow.component.Component... content) {
    Div panel = new Div(new H2(getTranslation(title)));
    panel.add(content);
    panel.addClassNames("panel", "person-form");
    return panel;
  }

  @Override
  public void setParameter(BeforeEvent event, String name) {
    show(named(name));
    once.forget();
  }

  private Person named(String name) {
    try {
      return people.find(new PersonName(name)).orElseThrow(NotFoundException::new);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }

  private void show(Person shown) {
    person = shown;
    setHeading(shown.displayName());
    displayName.setValue(shown.displayName());
    roles.show(shown.roles());
    scope.show(shown.scope());
    boolean self = shown.id().equals(actor.get().id());
    reset.setEnabled(!self);
    resetSaid.nothing();
    if (self) {
      resetSaid.done(getTranslation("access.person.reset.self"));
    }
    switched.setText(
        getTranslation(shown.disabled() ? "access.person.enable" : "access.person.disable"));
    switched.setEnabled(!self);
    switchedText.setText(
        getTranslation(
            self
                ? "access.person.state.self"
                : shown.disabled()
                    ? "access.person.state.disabled"
                    : "access.person.state.enabled"));
    history.removeAll();
    history.add(
        Badges.mono(shown.name().value()),
        new Anchor(
            "audit?kind=person&id=" + Links.query(shown.id().toString()),
            getTranslation("access.person.history")));
  }

  private void save() {
    saved.nothing();
    Set<Role> chosen = roles.value();
    if (chosen.isEmpty()) {
      return;
    }
    tried(
        saved,
        () -> {
          Person now = person;
          if (!now.displayName().equals(displayName.getValue().strip())) {
            now = people.rename(actor.get(), now.id(), now.version(), displayName.getValue());
          }
          if (!now.roles().equals(chosen) || !now.scope().equals(scope.value())) {
            now = people.assign(actor.get(), now.id(), now.version(), chosen, scope.value());
          }
          return now;
        },
        "access.person.saved");
  }

  private void switchState() {
    boolean disable = !person.disabled();
    tried(
        switchedSaid,
        () ->
            disable
                ? people.disable(actor.get(), person.id())
                : people.enable(actor.get(), person.id()),
        disable ? "access.person.disable.done" : "access.person.enable.done");
  }

  private void reset() {
    Password password = TemporaryPassword.make();
    tried(
        resetSaid,
        () -> {
          people.resetPassword(actor.get(), person.id(), password);
          once.show(getTranslation("access.person.reset.done"), password.value());
          return person;
        },
        "access.person.reset.ended");
  }

  private void tried(Said said, Supplier<Person> work, String done) {
    try {
      Person after = work.get();
      show(after);
      said.done(getTranslation(done));
    } catch (People.LastAdministrator e) {
      said.refused(getTranslation("access.trouble.last-administrator"));
    } catch (People.ChangedMeanwhile e) {
      said.refused(getTranslation("access.trouble.changed"));
    } catch (NotAllowed e) {
      said.refused(getTranslation("access.trouble.not-allowed"));
    } catch (IllegalArgumentException e) {
      said.refused(getTranslation("access.input.wrong", Password.SHORTEST, Password.LONGEST));
    }
  }
}

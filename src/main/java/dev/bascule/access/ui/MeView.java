package dev.bascule.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Password;
import dev.bascule.access.People;
import dev.bascule.access.Person;
import dev.bascule.ui.Badges;
import dev.bascule.ui.PageView;
import dev.bascule.ui.PreferenceFields;
import jakarta.annotation.security.PermitAll;

/** One's own account: what one may do, language and theme, the password. */
@Route("me")
@PermitAll
@StyleSheet("context://ui/access.css")
class MeView extends PageView {
  private static final long serialVersionUID = 1L;

  private final transient People people;
  private final transient CurrentActor actor;
  private final PasswordField present = new PasswordField();
  private final NewPasswordFields next = new NewPasswordFields();
  private final Said said = new Said();

  MeView(People people, CurrentActor actor) {
    super("access.me.title");
    this.people = people;
    this.actor = actor;
    addClassName("person-page");
    people.find(actor.get().id()).ifPresent(person -> add(about(person)));
    Div preferences = new Div(new H2(getTranslation("access.me.preferences")));
    preferences.add(new PreferenceFields());
    preferences.addClassNames("panel", "person-form");
    if (people.hasTemporaryPassword(actor.get().id())) {
      Paragraph first = new Paragraph(getTranslation("access.me.temporary"));
      first.addClassNames("said", "trouble");
      first.getElement().setAttribute("role", "alert");
      add(first, password(), preferences);
    } else {
      add(preferences, password());
    }
  }

  private Div about(Person person) {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("facts");
    fact(facts, "access.person.name", Badges.mono(person.name().value()));
    fact(facts, "access.person.display", new Span(person.displayName()));
    fact(facts, "access.person.roles", new Span(Shown.roles(this, person.roles())));
    fact(facts, "access.scope", new Span(Shown.scope(this, person.scope())));
    Paragraph who = new Paragraph(getTranslation("access.me.who"));
    who.addClassName("secondary");
    Div panel = new Div(facts, who);
    panel.addClassNames("panel", "person-form");
    return panel;
  }

  private void fact(DescriptionList facts, String key, Span value) {
    facts.add(
        new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
  }

  private Div password() {
    present.setLabel(getTranslation("access.me.present"));
    present.setWidthFull();
    present.getElement().setAttribute("autocomplete", "current-password");
    Button change = new Button(getTranslation("access.me.change"), click -> change());
    change.addThemeVariants(ButtonVariant.PRIMARY);
    Paragraph text = new Paragraph(getTranslation("access.me.change.text"));
    text.addClassName("secondary");
    Div panel = new Div(new H2(getTranslation("access.person.password")), text, present);
    next.addTo(panel);
    panel.add(said, change);
    panel.addClassNames("panel", "person-form");
    return panel;
  }

  private void change() {
    said.nothing();
    try {
      Password given = new Password(present.getValue());
      Password wanted = next.value();
      // on success every session ends, this one too: the next page is the sign-in page
      if (people.changeOwnPassword(actor.get(), given, wanted)) {
        getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
      } else {
        said.refused(getTranslation("access.me.wrong"));
      }
    } catch (IllegalArgumentException e) {
      said.refused(getTranslation(Troubles.key(e), Password.SHORTEST, Password.LONGEST));
    } finally {
      present.clear();
      next.clear();
    }
  }
}

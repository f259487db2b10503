package dev.bascule.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Language, theme and the person, with sign-out. */
public final class PersonMenu extends MenuBar {
  private static final long serialVersionUID = 1L;

  /** Language and theme alone, for pages before sign-in. */
  public static PersonMenu preferences() {
    return new PersonMenu(Optional.empty());
  }

  PersonMenu(Optional<PersonSource> people) {
    addThemeVariants(MenuBarVariant.TERTIARY);
    addClassName("person-menu");
    getElement().setAttribute("aria-label", getTranslation("ui.person.menu"));
    language();
    theme();
    people.ifPresent(source -> source.current().ifPresent(person -> person(source, person)));
  }

  private void language() {
    MenuItem item = addItem(new Span(getLocale().getLanguage().toUpperCase(Locale.ROOT)));
    item.setAriaLabel(getTranslation("ui.language"));
    for (Locale language : BasculeI18N.LANGUAGES) {
      String name = PreferenceFields.name(language);
      MenuItem choice = item.getSubMenu().addItem(name, click -> speak(language));
      choice.setCheckable(true);
      choice.setChecked(language.getLanguage().equals(getLocale().getLanguage()));
      choice.getElement().setAttribute("lang", language.getLanguage());
    }
  }

  private void speak(Locale language) {
    getUI().ifPresent(ui -> PreferenceFields.speak(ui, language));
  }

  private void theme() {
    MenuItem item = addItem(Glyph.THEME.icon());
    item.setAriaLabel(getTranslation("ui.theme"));
    SubMenu menu = item.getSubMenu();
    List<MenuItem> choices =
        List.of(
            theme(menu, "ui.theme.light", ColorScheme.Value.LIGHT),
            theme(menu, "ui.theme.dark", ColorScheme.Value.DARK),
            theme(menu, "ui.theme.system", ColorScheme.Value.SYSTEM));
    choices.forEach(
        choice ->
            choice.addClickListener(
                click -> choices.forEach(other -> other.setChecked(other.equals(choice)))));
  }

  private MenuItem theme(SubMenu menu, String key, ColorScheme.Value value) {
    MenuItem item =
        menu.addItem(
            getTranslation(key),
            click -> getUI().ifPresent(ui -> PreferenceFields.paint(ui, value)));
    item.setCheckable(true);
    item.setChecked(PreferenceFields.painted() == value);
    return item;
  }

  private void person(PersonSource source, PersonSource.Person person) {
    Span name = new Span(person.name());
    name.addClassName("person-name");
    MenuItem item = addItem(Glyph.PERSON.icon());
    item.add(name);
    item.setAriaLabel(getTranslation("ui.person", person.name()));
    MenuItem role = item.getSubMenu().addItem(person.role());
    role.setEnabled(false);
    if (!source.account().isEmpty()) {
      item.getSubMenu()
          .addItem(
              getTranslation("ui.account"),
              click -> getUI().ifPresent(ui -> Links.go(ui, source.account())));
    }
    item.getSubMenu().addItem(getTranslation("ui.signout"), click -> source.signOut());
  }
}

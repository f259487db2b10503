package dev.bascule.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Locale;
import java.util.Objects;

/** Language and theme of this browser, as fields of a page. */
public final class PreferenceFields extends Div {
  private static final long serialVersionUID = 1L;

  /** Both fields, showing what holds now; a change holds at once. */
  public PreferenceFields() {
    addClassName("preference-fields");
    RadioButtonGroup<Locale> languages = new RadioButtonGroup<>();
    languages.setLabel(getTranslation("ui.language"));
    languages.setItems(BasculeI18N.LANGUAGES);
    languages.setItemLabelGenerator(PreferenceFields::name);
    BasculeI18N.LANGUAGES.stream()
        .filter(one -> one.getLanguage().equals(getLocale().getLanguage()))
        .findFirst()
        .ifPresent(languages::setValue);
    languages.addValueChangeListener(
        change -> getUI().ifPresent(ui -> speak(ui, change.getValue())));
    RadioButtonGroup<ColorScheme.Value> themes = new RadioButtonGroup<>();
    themes.setLabel(getTranslation("ui.theme"));
    themes.setItems(ColorScheme.Value.LIGHT, ColorScheme.Value.DARK, ColorScheme.Value.SYSTEM);
    themes.setItemLabelGenerator(
        value ->
            Objects.requireNonNull(
                getTranslation("ui.theme." + value.name().toLowerCase(Locale.ROOT))));
    themes.setValue(painted());
    themes.addValueChangeListener(change -> getUI().ifPresent(ui -> paint(ui, change.getValue())));
    add(languages, themes);
  }

  /** A language by its own name. */
  static String name(Locale language) {
    String own = language.getDisplayLanguage(language);
    return own.substring(0, 1).toUpperCase(language) + own.substring(1);
  }

  static void speak(UI ui, Locale language) {
    Preferences.LANGUAGE.keep(ui, language.getLanguage());
    ui.getSession().setLocale(language);
    ui.getPage().reload();
  }

  static void paint(UI ui, ColorScheme.Value theme) {
    Preferences.THEME.keep(ui, theme.name().toLowerCase(Locale.ROOT));
    ui.getPage().setColorScheme(theme);
  }

  static ColorScheme.Value painted() {
    UI ui = UI.getCurrent();
    ColorScheme.Value value = ui == null ? null : ui.getPage().getColorScheme();
    return value == ColorScheme.Value.LIGHT || value == ColorScheme.Value.DARK
        ? value
        : ColorScheme.Value.SYSTEM;
  }
}

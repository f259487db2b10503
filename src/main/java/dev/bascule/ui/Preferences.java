package dev.bascule.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Optional;

/**
 * Language and theme, kept in the browser as cookies so that they hold before sign-in too. What a
 * browser sends is only compared with the values there are.
 */
enum Preferences {
  LANGUAGE("bascule-language"),
  THEME("bascule-theme"),
  ENVIRONMENT("bascule-environment");

  private final String cookie;

  Preferences(String cookie) {
    this.cookie = cookie;
  }

  /** What the browser sent, if anything. */
  Optional<String> read(VaadinRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie one : cookies) {
      if (one.getName().equals(cookie) && one.getValue() != null) {
        return Optional.of(one.getValue());
      }
    }
    return Optional.empty();
  }

  /** Keeps a value of letters, digits and {@code %._-} in the browser for a year. */
  void keep(UI ui, String value) {
    ui.getPage()
        .executeJs(
            "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;SameSite=Lax'"
                + " + (location.protocol === 'https:' ? ';Secure' : '')",
            cookie,
            value);
  }

  /** The language chosen, or the browser's, or English. */
  static Locale locale(VaadinRequest request) {
    String wanted =
        LANGUAGE
            .read(request)
            .orElseGet(() -> request.getLocale() == null ? "" : request.getLocale().getLanguage());
    return BasculeI18N.LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(wanted))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  /** The theme chosen, or what the system wants. */
  static ColorScheme.Value theme(VaadinRequest request) {
    return switch (THEME.read(request).orElse("system")) {
      case "light" -> ColorScheme.Value.LIGHT;
      case "dark" -> ColorScheme.Value.DARK;
      default -> ColorScheme.Value.SYSTEM;
    };
  }
}

package dev.bascule.audit.ui;

import dev.bascule.ui.BasculeI18N;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an action's code means in words: each room has the text {@code <room>.audit.<action>} for
 * what it writes. A code without one is shown as it stands, never hidden.
 */
final class Sentences {
  private static final String PART = ".audit.";

  private final Map<String, String> byAction;

  private Sentences(Map<String, String> byAction) {
    this.byAction = byAction;
  }

  static Sentences in(BasculeI18N texts, Locale locale) {
    Map<String, String> byAction = new TreeMap<>();
    texts
        .getAllTranslations(locale)
        .keySet()
        .forEach(
            key -> {
              int at = key.indexOf('.');
              if (at > 0 && key.startsWith(PART, at)) {
                byAction.put(key.substring(at + PART.length()), texts.getTranslation(key, locale));
              }
            });
    return new Sentences(byAction);
  }

  /** The sentence, if there is one. */
  Optional<String> find(String action) {
    return Optional.ofNullable(byAction.get(action));
  }

  /** The sentence, or the code. */
  String say(String action) {
    return find(action).orElse(action);
  }

  /** All codes that have a sentence, sorted. */
  List<String> actions() {
    return List.copyOf(byAction.keySet());
  }
}

package dev.bascule.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text of the console, in English and French: the bundles {@code i18n/<room>.properties} and
 * {@code i18n/<room>_fr.properties} (UTF-8), whose keys start with the room's name.
 *
 * <p>Texts are {@link MessageFormat} patterns, except that an apostrophe is just an apostrophe.
 */
@Component
public final class BasculeI18N implements I18NProvider {
  /** The languages, the first being the default. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  private static final Logger log = LoggerFactory.getLogger(BasculeI18N.class);
  private static final long serialVersionUID = 1L;

  private final Map<String, Map<String, String>> texts = new HashMap<>();

  /** Reads all bundles on the class path. */
  public BasculeI18N() {
    for (Locale language : LANGUAGES) {
      texts.put(language.getLanguage(), new TreeMap<>());
    }
    try {
      var resources =
          new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties");
      for (Resource resource : resources) {
        String name = String.valueOf(resource.getFilename()).replace(".properties", "");
        boolean french = name.endsWith("_fr");
        load(resource, bundle(french ? Locale.FRENCH : Locale.ENGLISH));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The texts of the console can't be read", e);
    }
  }

  private static void load(Resource resource, Map<String, String> into) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    properties.stringPropertyNames().forEach(key -> into.put(key, properties.getProperty(key)));
  }

  private Map<String, String> bundle(Locale locale) {
    Map<String, String> bundle = texts.get(locale.getLanguage());
    if (bundle == null) {
      bundle = texts.get(LANGUAGES.getFirst().getLanguage());
    }
    return bundle == null ? Map.of() : bundle;
  }

  @Override
  public List<Locale> getProvidedLocales() {
    return LANGUAGES;
  }

  /** The text, or the key between exclamation marks when there is none. */
  @Override
  public String getTranslation(String key, Locale locale, @Nullable Object... params) {
    String pattern = bundle(locale).get(key);
    if (pattern == null) {
      log.warn("No text for {} in {}", key, locale);
      return "!" + key + "!";
    }
    String quoted = pattern.replace("'", "''");
    return new MessageFormat(quoted, locale).format(params);
  }

  /** Whether there is a text for the key. */
  public boolean has(String key, Locale locale) {
    return bundle(locale).containsKey(key);
  }

  @Override
  public Map<String, String> getAllTranslations(Locale locale) {
    return Map.copyOf(bundle(locale));
  }

  /**
   * The texts for browser code: those whose keys are {@code <room>.browser.<rest>}, keyed by {@code
   * <room>.<rest>}, and by {@code <rest>} alone for this room.
   */
  Map<String, String> forBrowser(Locale locale) {
    Map<String, String> found = new TreeMap<>();
    bundle(locale)
        .forEach(
            (key, text) -> {
              int at = key.indexOf(".browser.");
              if (at > 0) {
                String room = key.substring(0, at);
                String rest = key.substring(at + ".browser.".length());
                found.put(room.equals("ui") ? rest : room + "." + rest, text);
              }
            });
    return found;
  }
}

package showroom;

import dev.bascule.ui.BasculeI18N;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The browser's words for the gallery of drawings, as a page of the console gets them. */
@RestController
class Words {
  private final BasculeI18N i18n;

  Words(BasculeI18N i18n) {
    this.i18n = i18n;
  }

  @GetMapping("/gallery/words")
  Map<String, String> words(@RequestParam String lang) {
    Map<String, String> words = new TreeMap<>();
    i18n.getAllTranslations(Locale.of(lang))
        .forEach(
            (key, text) -> {
              if (key.contains(".browser.")) {
                words.put(key.replace(".browser.", ".").replaceFirst("^ui\\.", ""), text);
              }
            });
    return words;
  }
}

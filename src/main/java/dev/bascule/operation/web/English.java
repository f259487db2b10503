package dev.bascule.operation.web;

import dev.bascule.operation.Speech;
import dev.bascule.ui.BasculeI18N;
import dev.bascule.ui.Formats;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The API's sentences: in English, times in UTC. */
@Component
final class English {
  private final Speech speech;

  English(BasculeI18N texts) {
    this.speech =
        new Speech(
            (key, arguments) -> texts.getTranslation(key, Locale.ENGLISH, arguments),
            new Formats(Locale.ENGLISH, ZoneOffset.UTC));
  }

  Speech speech() {
    return speech;
  }
}

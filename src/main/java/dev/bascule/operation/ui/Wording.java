package dev.bascule.operation.ui;

import com.vaadin.flow.component.Component;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Speech;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Tone;
import java.util.Locale;

/** Puts sentences and values into the words of the reader. */
record Wording(Component page, Formats formats) {
  String text(String key, Object... arguments) {
    return page.getTranslation(key, arguments);
  }

  String say(Phrase phrase) {
    return speech().say(phrase);
  }

  String say(Fact fact) {
    return speech().say(fact);
  }

  private Speech speech() {
    return new Speech(page::getTranslation, formats);
  }

  String state(RequestState state) {
    return text("operation.page.state." + state.name().toLowerCase(Locale.ROOT));
  }

  static Tone tone(RequestState state) {
    return switch (state) {
      case UNKNOWN, FAILED -> Tone.CRITICAL;
      case DEVIATED, VOIDED, ABORTED_STALE -> Tone.WARNING;
      case DISPATCHING, RUNNING, OBSERVING -> Tone.BUSY;
      case REQUESTED, APPROVED, SCHEDULED, DRAFT -> Tone.INFO;
      case SUCCEEDED, CANCELLED, EXPIRED, REJECTED -> Tone.QUIET;
    };
  }
}

package dev.bascule.audit.ui;

import com.vaadin.flow.component.UI;
import dev.bascule.access.Actor;
import dev.bascule.audit.AuditCheck;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditResult;
import dev.bascule.ui.BasculeI18N;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Tone;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** How the log's values are written for the person who reads. */
final class Words implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient BasculeI18N texts;
  private final transient Sentences sentences;
  private final transient Formats formats;
  private final transient Clock clock;
  private final Locale locale;

  Words(BasculeI18N texts, UI ui, Clock clock) {
    this.texts = texts;
    this.locale = ui.getLocale();
    this.sentences = Sentences.in(texts, locale);
    this.formats = Formats.of(ui);
    this.clock = clock;
  }

  Sentences sentences() {
    return sentences;
  }

  /** The action in words, or its code. */
  String say(String action) {
    return sentences.say(action);
  }

  String text(String key, Object... values) {
    return texts.getTranslation(key, locale, values);
  }

  /** The time of day, with the day unless it is today. */
  String time(Instant at) {
    return formats.time(at, clock.instant());
  }

  String full(Instant at) {
    return formats.full(at);
  }

  String number(long value) {
    return formats.number(value);
  }

  String result(AuditResult result) {
    return text("audit.result." + result.name());
  }

  /** The name of who acted, or what is known of somebody without one. */
  String actor(AuditEntry entry) {
    return entry.actorName().isEmpty() ? kind(entry.actorKind()) : entry.actorName();
  }

  String kind(Actor.Kind kind) {
    return text("audit.actor." + kind.name());
  }

  /** What kind of thing it is about, in words if there are any. */
  String subject(String kind) {
    String key = "audit.subject." + kind;
    return texts.has(key, locale) ? text(key) : kind;
  }

  /** What is wrong with an entry, and what it may mean. */
  String why(AuditCheck.Why why) {
    return text("audit.check.why." + why.name());
  }

  static Tone tone(AuditResult result) {
    return switch (result) {
      case DONE -> Tone.QUIET;
      case INTENT -> Tone.BUSY;
      case REFUSED -> Tone.WARNING;
      case FAILED -> Tone.CRITICAL;
      case UNKNOWN -> Tone.UNKNOWN;
    };
  }

  static Glyph glyph(AuditResult result) {
    return switch (result) {
      case DONE -> Glyph.CHECK;
      case INTENT -> Glyph.CLOCK;
      case REFUSED -> Glyph.CROSS;
      case FAILED -> Glyph.OCTAGON;
      case UNKNOWN -> Glyph.DASHED_RING;
    };
  }
}

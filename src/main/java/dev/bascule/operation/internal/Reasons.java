package dev.bascule.operation.internal;

import dev.bascule.audit.PastedSecrets;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestRefused;

/**
 * What people write: why they want something, or what they think of it. Kept as text, without what
 * can't be seen, and without the secrets that can be recognised.
 */
final class Reasons {
  private static final int LONGEST = 2_000;

  private Reasons() {}

  /** A text that must say something. */
  static String needed(String text) {
    String reason = optional(text);
    if (reason.isEmpty()) {
      throw RequestRefused.because(Refusal.Code.REASON);
    }
    return reason;
  }

  /** A text that may be empty. */
  static String optional(String text) {
    String stripped = text.strip();
    // before anything walks through megabytes
    bounded(stripped);
    return bounded(PastedSecrets.mask(seen(stripped)));
  }

  private static String bounded(String text) {
    if (text.length() > LONGEST) {
      throw RequestRefused.because(
          Refusal.Code.REASON, Phrase.of("operation.refused.reason.too_long"));
    }
    return text;
  }

  /** Lines and tabs stay; PostgreSQL keeps no NUL, and nobody sees the others. */
  private static String seen(String text) {
    var kept = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(Reasons::visible)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  private static boolean visible(int point) {
    if (point == '\n' || point == '\t') {
      return true;
    }
    boolean turnsAround =
        (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    int type = Character.getType(point);
    return type != Character.CONTROL && type != Character.SURROGATE && !turnsAround;
  }
}

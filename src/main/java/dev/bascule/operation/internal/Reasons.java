package dev.bascule.operation.internal;

import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestRefused;

/** What people write: why they want something, or what they think of it. */
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
    if (stripped.length() > LONGEST) {
      throw RequestRefused.because(Refusal.Code.REASON);
    }
    return stripped;
  }
}

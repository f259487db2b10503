package dev.bascule.access;

import java.text.Normalizer;

/**
 * A password as it was typed, in Unicode NFC so that it doesn't matter which keyboard composed it.
 * Never written anywhere: {@code toString} hides it.
 *
 * @param value the text
 */
public record Password(String value) {
  /** The shortest that may be chosen, in characters. */
  public static final int SHORTEST = 12;

  /** The longest that is looked at, in characters; longer ones are refused, never cut. */
  public static final int LONGEST = 1_024;

  /**
   * Normalises.
   *
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST}
   */
  public Password {
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException("a password has at most " + LONGEST + " characters");
    }
    value = Normalizer.normalize(value, Normalizer.Form.NFC);
  }

  @Override
  public String toString() {
    return "Password[hidden]";
  }
}

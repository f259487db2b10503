package dev.bascule.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A sign-in name in its one form (Unicode NFC, lower case): 1 to 64 letters, digits and {@code
 * ._@-}, beginning with a letter or digit.
 *
 * @param value the normalised name
 */
public record PersonName(String value) {
  private static final int LONGEST = 64;
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}._@-]*");

  /**
   * Normalises.
   *
   * @throws IllegalArgumentException if the text can't be a name
   */
  public PersonName {
    if (value.length() > LONGEST * 4) {
      throw new IllegalArgumentException("a name has at most " + LONGEST + " characters");
    }
    value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a name has 1 to " + LONGEST + " letters, digits and . _ @ -");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

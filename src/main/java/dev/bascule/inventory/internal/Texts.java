package dev.bascule.inventory.internal;

import dev.bascule.inventory.Unacceptable;
import java.nio.charset.StandardCharsets;

/** Plain text that people or hosts gave. */
final class Texts {
  private Texts() {}

  /** One stripped line without control characters. */
  static String line(String field, String text, int longest) {
    var plain = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
    if (plain.length() > longest) {
      throw new Unacceptable(field, "too.long", longest);
    }
    return plain;
  }

  /** Whether a name from a DCS can be a key in both databases. */
  static boolean keepable(String name) {
    return name.indexOf('\0') < 0 && name.getBytes(StandardCharsets.UTF_8).length <= 512;
  }

  /** Cut to a bound, NUL taken out: PostgreSQL keeps none. */
  static String cut(String text, int longest) {
    var plain = text.replace("\0", "");
    return plain.length() > longest ? plain.substring(0, longest) : plain;
  }
}

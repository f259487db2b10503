package dev.bascule.inventory;

import java.util.Set;
import java.util.regex.Pattern;

/** The syntax of what people may give; each refusal is {@link Unacceptable}. */
final class Checked {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
  private static final Pattern LONG_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_.-]{0,31}");
  private static final int HIGHEST_PORT = 65535;

  /** Where other protocols listen that could be fed with ours, such as mail. */
  private static final Set<Integer> FOREIGN_PORTS =
      Set.of(
          7, 9, 11, 13, 15, 17, 19, 20, 21, 23, 25, 37, 42, 43, 53, 69, 79, 110, 111, 113, 119, 123,
          135, 137, 138, 139, 143, 161, 179, 389, 445, 465, 512, 513, 514, 515, 587, 601, 636, 993,
          995, 2049);

  private Checked() {}

  static void name(String field, String value) {
    if (!NAME.matcher(value).matches()) {
      throw new Unacceptable(field, value.isBlank() ? "missing" : "not.a.name");
    }
  }

  /** Of hosts and members: pglift's default is the fully qualified name. */
  static void longName(String field, String value) {
    if (!LONG_NAME.matcher(value).matches()) {
      throw new Unacceptable(field, value.isBlank() ? "missing" : "not.a.name");
    }
  }

  static void colour(String field, String value) {
    if (!COLOUR.matcher(value).matches()) {
      throw new Unacceptable(field, "not.a.colour");
    }
  }

  static void account(String field, String value) {
    if (!ACCOUNT.matcher(value).matches()) {
      throw new Unacceptable(field, value.isBlank() ? "missing" : "not.an.account");
    }
  }

  static void port(String field, int port) {
    if (port < 1 || port > HIGHEST_PORT) {
      throw new Unacceptable(field, "not.a.port");
    }
    if (FOREIGN_PORTS.contains(port)) {
      throw new Unacceptable(field, "foreign.port", Integer.toString(port));
    }
  }

  /** One line of plain text: stripped, control and invisible formatting characters taken out. */
  static String text(String field, String value, int longest) {
    var plain = new StringBuilder(Math.min(value.length(), longest + 1));
    value
        .strip()
        .codePoints()
        .filter(Checked::shown)
        .limit(longest + 1L)
        .forEach(plain::appendCodePoint);
    if (plain.length() > longest) {
      throw new Unacceptable(field, "too.long", longest);
    }
    return plain.toString();
  }

  private static boolean shown(int point) {
    var type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}

package dev.bascule.patroni;

import java.util.regex.Pattern;

/** The syntax that names must have before they may become part of a command. */
final class Names {
  /** A cluster's name (Patroni's scope). */
  static final Pattern CLUSTER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

  /** A member's name; pglift's default is the host's fully qualified name. */
  static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");

  /** Longest name kept at all; what is longer comes from no Patroni. */
  static final int LONGEST = 512;

  private Names() {}

  static String checked(String value) {
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST + " characters");
    }
    return value;
  }
}

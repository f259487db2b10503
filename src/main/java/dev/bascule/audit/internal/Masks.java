package dev.bascule.audit.internal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names under which a caller's values are secrets, whatever they look like. */
final class Masks {
  private static final Set<String> KEYS =
      Set.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "privatekey",
          "authorization",
          "credential",
          "credentials");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]");

  private Masks() {}

  /** Whether what a key of this name holds is a secret. */
  static boolean isSecret(String key) {
    String plain = NOT_LETTERS.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("");
    return KEYS.contains(plain) || plain.endsWith("password");
  }
}

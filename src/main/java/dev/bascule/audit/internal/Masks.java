package dev.bascule.audit.internal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps secrets that got where they don't belong out of the log: a password pasted into a reason, a
 * private key in an error message. What it can recognise it masks; it is a net, not a wall.
 */
final class Masks {
  static final String MASK = "•••";

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
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\\z)",
          Pattern.DOTALL);
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)((?:password|passwd|passphrase|pwd|secret|token|api[-_]?key)\\s{0,3}[=:]\\s{0,3})"
              + "(?:\"[^\"\\n]{1,200}\"?|'[^'\\n]{1,200}'?|[^\\s\"',;]{1,200})");
  private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s{1,3})[\\w.~+/=-]{8,500}");
  private static final Pattern IN_ADDRESS =
      Pattern.compile("(://[^\\s:/@]{1,100}:)[^\\s/@]{1,200}@");

  private Masks() {}

  /** Whether what a key of this name holds is a secret. */
  static boolean isSecret(String key) {
    String plain = NOT_LETTERS.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("");
    return KEYS.contains(plain) || plain.endsWith("password");
  }

  /** The text without the secrets that can be recognised. */
  static String mask(String text) {
    String masked = text;
    if (masked.contains("-----BEGIN")) {
      masked = PRIVATE_KEY.matcher(masked).replaceAll(MASK);
    }
    masked = ASSIGNED.matcher(masked).replaceAll("$1" + MASK);
    masked = BEARER.matcher(masked).replaceAll("$1" + MASK);
    return IN_ADDRESS.matcher(masked).replaceAll("$1" + MASK + "@");
  }
}

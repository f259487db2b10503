package dev.bascule.audit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that got where they don't belong: a password pasted into a reason, a private key in an
 * error message. What can be recognised is masked; it is a net, not a wall. Masking twice is
 * masking once.
 */
public final class PastedSecrets {
  /** What stands in a secret's place. */
  public static final String MASK = "•••";

  private static final String WORD =
      "(?:password|passwd|passphrase|pwd|secret|token|api[-_ ]?key|mot[-_ ]de[-_ ]passe|mdp|jeton)";

  /** Blanks, among them those before a colon in French. */
  private static final String BLANKS = "[\\s\\u00a0\\u202f]";

  private static final String QUOTED = "\"[^\"\\n]{1,2000}\"?|'[^'\\n]{1,2000}'?";

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\\z)",
          Pattern.DOTALL);

  /** What is a secret by its own form: access keys of clouds and forges, and signed tokens. */
  private static final Pattern BY_ITS_FORM =
      Pattern.compile(
          "\\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[oprsu]_\\w{30,255}|glpat-[\\w-]{20,100}"
              + "|xox[abprs]-[\\w-]{10,200}|bsc_[\\w-]{43}"
              + "|eyJ[\\w-]{10,2000}\\.[\\w-]{10,2000}(?:\\.[\\w-]{0,2000})?)");

  /** A word and the value after it, as in settings, JSON, a shell's environment and SQL. */
  private static final List<Pattern> AFTER_A_WORD =
      List.of(
          Pattern.compile(
              "(?iu)("
                  + WORD
                  + "[\"']?"
                  + BLANKS
                  + "{0,3}[=:]"
                  + BLANKS
                  + "{0,3})(?:"
                  + QUOTED
                  + "|[^\\s\"']{1,2000})"),
          Pattern.compile("(?iu)(password" + BLANKS + "{1,3})(?:" + QUOTED + ")"),
          Pattern.compile("(?i)(bearer\\s{1,3})[\\w.~+/=-]{8,2000}"));

  /** A word, perhaps "is", and one that might have been drawn at random. */
  private static final Pattern NEAR_A_WORD =
      Pattern.compile(
          "(?iu)(\\b"
              + WORD
              + BLANKS
              + "{1,3}(?:(?:is|was|est|était)"
              + BLANKS
              + "{1,3})?)"
              + "([^\\s\"',;]{8,2000})");

  private static final Pattern IN_ADDRESS =
      Pattern.compile("(://[^\\s:/@]{0,100}:)[^\\s/]{1,200}@");

  private PastedSecrets() {}

  /** The text without the secrets that can be recognised; the very same text if there are none. */
  public static String mask(String text) {
    String masked = text;
    if (masked.contains("-----BEGIN")) {
      masked = PRIVATE_KEY.matcher(masked).replaceAll(MASK);
    }
    masked = IN_ADDRESS.matcher(masked).replaceAll("$1" + MASK + "@");
    masked = BY_ITS_FORM.matcher(masked).replaceAll(MASK);
    for (Pattern pattern : AFTER_A_WORD) {
      masked = pattern.matcher(masked).replaceAll("$1" + MASK);
    }
    return NEAR_A_WORD
        .matcher(masked)
        .replaceAll(
            near ->
                Matcher.quoteReplacement(
                    drawnAtRandom(near.group(2)) ? near.group(1) + MASK : near.group()));
  }

  /**
   * Whether no person would write it so in a sentence: names of hosts and dates have fewer kinds.
   */
  private static boolean drawnAtRandom(String word) {
    int kinds = 0;
    kinds += word.chars().anyMatch(Character::isLowerCase) ? 1 : 0;
    kinds += word.chars().anyMatch(Character::isUpperCase) ? 1 : 0;
    kinds += word.chars().anyMatch(Character::isDigit) ? 1 : 0;
    kinds += word.chars().anyMatch(c -> "!#$%&*+=?@^~|<>".indexOf(c) >= 0) ? 1 : 0;
    return kinds >= 3 || (word.length() >= 20 && word.matches("(?=.*[0-9])[0-9a-fA-F]+"));
  }
}

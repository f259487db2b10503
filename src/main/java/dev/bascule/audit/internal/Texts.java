package dev.bascule.audit.internal;

/**
 * Makes any text fit to be kept, shown and exported: one line, no control characters, no characters
 * that reverse the reading direction, nothing that is no Unicode. What is escaped can still be
 * read.
 */
final class Texts {
  private static final String CUT = "…";

  private Texts() {}

  /** One line of at most {@code longest} UTF-16 units; a cut shows as an ellipsis. */
  static String line(String text, int longest) {
    return cut(escaped(text, false), longest);
  }

  /** As {@link #line}, but line breaks and tabs stay: for texts inside JSON, which escapes them. */
  static String block(String text, int longest) {
    return cut(escaped(text, true), longest);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - CUT.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + CUT;
  }

  private static String escaped(String text, boolean breaks) {
    // far beyond any limit: don't walk through megabytes only to cut them
    String bounded = text.length() > 100_000 ? text.substring(0, 100_000) : text;
    if (bounded.codePoints().allMatch(c -> stays(c, breaks))) {
      return bounded;
    }
    StringBuilder out = new StringBuilder(bounded.length() + 16);
    bounded.codePoints().forEach(c -> append(out, c, breaks));
    return out.toString();
  }

  private static void append(StringBuilder out, int c, boolean breaks) {
    if (stays(c, breaks)) {
      out.appendCodePoint(c);
    } else if (isSurrogate(c)) {
      out.append('\ufffd');
    } else {
      out.append("\\u%04x".formatted(c));
    }
  }

  private static boolean stays(int c, boolean breaks) {
    if (c == '\n' || c == '\t') {
      return breaks;
    }
    return !Character.isISOControl(c) && !isSurrogate(c) && !turnsAround(c) && !breaksLines(c);
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean turnsAround(int c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean breaksLines(int c) {
    return c == 0x2028 || c == 0x2029;
  }
}

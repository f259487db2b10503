package dev.bascule.ssh;

import java.util.regex.Pattern;

/** Makes what a program wrote for a terminal fit to be shown: no escape sequence survives. */
public final class TerminalText {
  /**
   * Strings for the terminal itself (titles, links, the clipboard), which end with the line if
   * nothing ends them before, so that they can't hide what follows; then sequences with parameters;
   * then the short ones. Each in its form with ESC and in its form of one character.
   */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "(?:\\x1b[\\]P^_X]|[\\x90\\x98\\x9d-\\x9f])"
              + "[^\\x07\\x1b\\x9c\\n]*(?:\\x07|\\x1b\\\\|\\x9c)?"
              + "|(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]?"
              + "|\\x1b[ -/]*[0-~]?");

  private TerminalText() {}

  /**
   * The text without escape sequences. A carriage return begins a new line instead of writing over
   * the one before; other control characters become visible pictures, and what reorders or hides
   * text becomes a mark.
   */
  public static String plain(String text) {
    // first the line ends: they also end a sequence that was left open
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    var bare = ESCAPES.matcher(lines).replaceAll("");
    var shown = new StringBuilder(bare.length());
    bare.codePoints().forEach(point -> shown.appendCodePoint(visible(point)));
    return shown.toString();
  }

  private static int visible(int point) {
    if (point == '\n' || point == '\t') {
      return point;
    }
    if (point < 0x20) {
      return 0x2400 + point;
    }
    if (point == 0x7F) {
      return 0x2421;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          0xFFFD;
      default -> point;
    };
  }
}

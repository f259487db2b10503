package dev.bascule.ssh;

import java.util.regex.Pattern;

/** Makes what a program wrote for a terminal fit to be shown: no escape sequence survives. */
public final class TerminalText {
  private static final Pattern ESCAPES =
      Pattern.compile(
          // OSC, DCS, PM, APC … up to their end; CSI; any other two-character sequence
          "\u001B[\\]P^_X].*?(?:\u0007|\u001B\\\\|\u009C|$)|[\u001B]\\[[0-?]*[ -/]*[@-~]|\u009B[0-?]*[ -/]*[@-~]|\u001B.?",
          Pattern.DOTALL);

  private TerminalText() {}

  /** The text without escape sequences; other control characters become visible pictures. */
  public static String plain(String text) {
    var bare = ESCAPES.matcher(text).replaceAll("").replace("\r\n", "\n").replace('\r', '\n');
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
    // C1 controls, bidirectional overrides and the like could reorder what is read
    var type = Character.getType(point);
    return type == Character.CONTROL || type == Character.FORMAT ? 0xFFFD : point;
  }
}

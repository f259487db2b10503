package dev.bascule.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What programs write for terminals does no harm on a page. */
class TerminalTextTest {
  @Test
  void keepsPlainText() {
    assertThat(TerminalText.plain("| é | 漢字 🐘 |\n\ttab <script>]]>"))
        .isEqualTo("| é | 漢字 🐘 |\n\ttab <script>]]>");
  }

  @Test
  void takesColoursAndCursorMovesAway() {
    assertThat(TerminalText.plain("\u001b[1;31mred\u001b[0m \u001b[2J\u001b[10;5Hx\u009b31my"))
        .isEqualTo("red xy");
    assertThat(TerminalText.plain("a\u001b(Bb\u001bcc\u001b7d")).isEqualTo("abcd");
  }

  @Test
  void takesLinksTitlesAndTheClipboardAway() {
    assertThat(
            TerminalText.plain(
                "\u001b]8;;http://evil\u001b\\click\u001b]8;;\u001b\\ \u001b]0;t\u0007x"))
        .isEqualTo("click x");
    assertThat(TerminalText.plain("a\u001b]52;c;ZXZpbA==\u0007b\u009d52;c;eA==\u009cc"))
        .isEqualTo("abc");
    assertThat(TerminalText.plain("a\u001bPdevice\u001b\\b\u001b_app\u001b\\c\u001b^pm\u001b\\d"))
        .isEqualTo("abcd");
  }

  @Test
  void letsNoOpenSequenceHideWhatFollows() {
    assertThat(TerminalText.plain("a\u001b]0;title\nFailed: 412\n")).isEqualTo("a\nFailed: 412\n");
    assertThat(TerminalText.plain("a\u001b]0;title\rFailed")).isEqualTo("a\nFailed");
    assertThat(TerminalText.plain("a\u001b[31")).isEqualTo("a");
    assertThat(TerminalText.plain("a\u001b")).isEqualTo("a");
    assertThat(TerminalText.plain("a\u001b\nb")).isEqualTo("a\nb");
  }

  @Test
  void writesOverNothing() {
    assertThat(TerminalText.plain("Failed\rDone  \r\nnext")).isEqualTo("Failed\nDone  \nnext");
    assertThat(TerminalText.plain("ok\b\bno")).isEqualTo("ok\u2408\u2408no");
  }

  @Test
  void marksWhatReordersOrHidesText() {
    assertThat(TerminalText.plain("a\u202Eb\u200Bc\uFEFFd\u2066e\u0085f\u2028g"))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg");
    assertThat(TerminalText.plain("\0\u007f")).isEqualTo("\u2400\u2421");
  }

  @Test
  void isQuickOnHostileText() {
    var hostile = "\u001b]0;".repeat(200_000) + "\u001b[1;".repeat(200_000);
    assertThat(TerminalText.plain(hostile)).doesNotContain("\u001b");
  }
}

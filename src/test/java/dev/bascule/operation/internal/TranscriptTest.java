package dev.bascule.operation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.operation.TranscriptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a program wrote, as it is kept: nothing in it does anything any more. */
class TranscriptTest {
  private static final String HOSTILE =
      "<script>alert(1)</script> ]]> \u001b[1;31mred\u001b[0m"
          + " \u001b]8;;http://evil\u001b\\click\u001b]8;;\u001b\\"
          + " \u001b]52;c;ZXZpbA==\u0007 Failed\rDone\n \u009b2J \u202eback 🐘\u0000 ${jndi:ldap://x}\n";

  private final List<TranscriptLine> kept = new ArrayList<>();
  private final Transcript transcript = new Transcript(new UUID(0, 1), kept::add);

  private String text() {
    return kept.stream().map(TranscriptLine::text).collect(Collectors.joining());
  }

  @Test
  void keepsMarkupAsTextAndNothingForTheTerminal() {
    transcript.output(false, 0, HOSTILE);
    assertThat(text())
        .isEqualTo(
            "<script>alert(1)</script> ]]> red click  Failed\nDone\n  \uFFFDback 🐘\u2400 ${jndi:ldap://x}\n");
  }

  @Test
  void nothingForTheTerminalIsLeftWhereverItWasCut() {
    for (int cut = 1; cut < HOSTILE.length(); cut++) {
      if (Character.isLowSurrogate(HOSTILE.charAt(cut))) {
        continue; // the host's bytes are only handed over as whole characters
      }
      kept.clear();
      var halves = new Transcript(new UUID(0, 1), kept::add);
      halves.output(false, 0, HOSTILE.substring(0, cut));
      halves.output(false, cut, HOSTILE.substring(cut));
      assertThat(text().codePoints())
          .as("cut at " + cut)
          .noneMatch(c -> (c != '\n' && Character.isISOControl(c)) || c == 0x202e);
    }
  }

  @Test
  void noPieceEndsWithinACharacter() {
    transcript.output(false, 0, "x" + "🐘".repeat(9_000));
    assertThat(kept).hasSizeGreaterThan(4);
    assertThat(kept)
        .allSatisfy(
            piece ->
                assertThat(piece.text().codePoints())
                    .noneMatch(c -> Character.getType(c) == Character.SURROGATE));
    assertThat(text()).isEqualTo("x" + "🐘".repeat(9_000));
  }

  @Test
  void keepsAMebibyteAndSaysThatThereWasMore() {
    for (int i = 0; i < 40; i++) {
      transcript.output(false, i * 100_000L, i + "x".repeat(99_990));
    }
    assertThat(text()).hasSizeLessThan((1 << 20) + 10_000).endsWith("[…]");
  }

  @Test
  void theLastLineIsFitToBeShown() {
    transcript.output(
        false, 0, "| table |\n\u001b[31mFailed\u001b[0m <b>" + "x".repeat(900) + "\n+---+\n");
    assertThat(transcript.lastLine()).startsWith("Failed <b>xxx").hasSize(500);
  }
}

package dev.bascule.ssh.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Output that comes in pieces is handed over without cutting a character in two. */
class TranscriptTest {
  private static final byte[] WHOLE = "aé漢🐘z".getBytes(StandardCharsets.UTF_8);

  private final List<String> heard = new ArrayList<>();

  private static JsonNode piece(int from, int until) {
    var bytes = java.util.Arrays.copyOfRange(WHOLE, from, until);
    return JsonMapper.builder()
        .build()
        .createObjectNode()
        .put("out", Base64.getEncoder().encodeToString(bytes))
        .put("outSize", until);
  }

  @Test
  void handsOverWholeCharacters() {
    for (int cut = 1; cut < WHOLE.length; cut++) {
      heard.clear();
      var transcript = new Transcript(false, 0);
      transcript.take(piece(0, cut), false, (_, _, text) -> heard.add(text));
      transcript.take(
          piece((int) transcript.offset(), WHOLE.length), true, (_, _, text) -> heard.add(text));
      assertThat(String.join("", heard)).isEqualTo("aé漢🐘z");
    }
  }

  @Test
  void handsOverABrokenEndWhenNoMoreComes() {
    var transcript = new Transcript(false, 0);
    transcript.take(piece(0, 2), true, (_, _, text) -> heard.add(text));
    assertThat(heard).containsExactly("a\uFFFD");
    assertThat(transcript.offset()).isEqualTo(2);
  }

  @Test
  void doesNotWaitForWhatIsNoCharacter() {
    assertThat(Transcript.whole(new byte[] {'a', (byte) 0x80, (byte) 0x80, (byte) 0x80}))
        .isEqualTo(4);
    assertThat(Transcript.whole(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80}))
        .isEqualTo(4);
    assertThat(Transcript.whole(new byte[0])).isZero();
  }
}

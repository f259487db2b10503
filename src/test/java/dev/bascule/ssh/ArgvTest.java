package dev.bascule.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words reach a program exactly as they are, whatever is in them. */
class ArgvTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        " ",
        "two words",
        "it's",
        "''",
        "a; rm -rf /",
        "$(id) `id` ${HOME} $HOME",
        "\\ \" \\\" |&<>*?[]{}~#!",
        "line\nbreak\ttab\r",
        "-n",
        "=x",
        "é漢字🐘",
        "${jndi:ldap://x}"
      })
  void arrivesAsItIs(String word) throws Exception {
    assertThat(printed(Argv.of("printf", "%s|", word, "end").shell())).isEqualTo(word + "|end|");
  }

  private static String printed(String line) throws IOException {
    var process = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void showsWhatAPersonWouldType() {
    assertThat(Argv.of("patronictl", "list", "-f", "json").toString())
        .isEqualTo("patronictl list -f json");
  }

  @Test
  void standsBehindOtherWords() {
    assertThat(Argv.of("id").after(List.of("env", "A=b c")).shell()).isEqualTo("env 'A=b c' id");
  }

  @Test
  void refusesNothingAndNul() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Argv(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Argv.of(""));
    assertThatIllegalArgumentException().isThrownBy(() -> Argv.of("echo", "a\0b"));
  }
}

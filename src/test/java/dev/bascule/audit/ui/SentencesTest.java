package dev.bascule.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.ui.BasculeI18N;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every action that the code writes into the log has its sentence. */
class SentencesTest {
  /** The code stands right after the actor, or alone on its line after the call began. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:\\b(?:append|appendAlone|note|write)\\(\\s*[\\w.()\"-]+,\\s*|\\? |: )\"([a-z-]+(?:\\.[a-z-]+)+)\"");

  /** Of operations only what became of it is written down; the kind comes before it. */
  private static final Pattern VERB =
      Pattern.compile(
          "records\\.write\\(\\s*[\\w.()]+,\\s*\\w+,\\s*\"([a-z-]+)\"|-> \"([a-z-]+)\";");

  private final Sentences english = Sentences.in(new BasculeI18N(), Locale.ENGLISH);
  private final Sentences french = Sentences.in(new BasculeI18N(), Locale.FRENCH);

  @Test
  void knowEveryActionThatIsWritten() throws IOException {
    Set<String> written = new TreeSet<>();
    for (String room : List.of("approval", "audit", "inventory", "secrets")) {
      written.addAll(found(room + "/internal", WRITTEN));
    }
    assertThat(written)
        .contains("access.signed-in", "policy.changed", "audit.checked", "host.created")
        .contains("secrets.viewed", "host.key.changed", "console.key.made", "audit.exported");
    assertThat(english.actions()).containsAll(written);
  }

  @Test
  void knowWhatBecomesOfAnOperation() throws IOException {
    Set<String> verbs = new TreeSet<>(found("operation/internal", VERB));
    assertThat(verbs).contains("requested", "approved", "succeeded", "unknown", "break-glass");
    for (String kind : List.of("switchover", "switchover-cancel")) {
      assertThat(verbs).allSatisfy(verb -> assertThat(english.find(kind + "." + verb)).isPresent());
    }
  }

  @Test
  void areThereInFrenchToo() {
    assertThat(french.actions()).isEqualTo(english.actions());
  }

  @Test
  void showAnUnknownCodeAsItStands() {
    assertThat(english.say("tomorrow.invented")).isEqualTo("tomorrow.invented");
  }

  private static Set<String> found(String room, Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/bascule", room))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
              found.add(matcher.group(group));
            }
          }
        }
      }
    }
    return found;
  }
}

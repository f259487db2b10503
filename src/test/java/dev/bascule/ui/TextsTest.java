package dev.bascule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there in both languages, and every text that the code asks for exists. */
class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:getTranslation|translate|[Tt]ext|@Menu\\(|super)\\(?\\s*(?:title = )?\"([a-z]+\\.[a-zA-Z0-9._-]*)\"(\\s*\\+)?");

  /** A text with a capital letter or two words, given to what shows texts. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:new (?:Span|Div|Paragraph|H[1-6]|Button|Anchor|Text|NativeLabel|ListItem|Pre|Code"
              + "|Checkbox|TextField|TextArea|Details|Tab|Emphasis)\\("
              + "|\\.set(?:Text|Label|Title|TooltipText|HelperText|ErrorMessage|AriaLabel"
              + "|ConfirmText|CancelText|Placeholder)\\("
              + "|Notification\\.show\\(|setAttribute\\(\\s*\"(?:aria-label|title)\",)"
              + "\\s*\"((?!https?://)[^\"]*(?:\\p{Lu}|\\p{L}+ \\p{L})[^\"]*)\"");

  private static final Pattern BROWSER_LITERAL =
      Pattern.compile(
          "(?:\\.(?:textContent|innerText|title|ariaLabel|placeholder)\\s*=\\s*"
              + "|'(?:aria-label|title)',\\s*|setText\\([^,()]*,\\s*)"
              + "['\"`]([^'\"`$]*\\p{L}{3}[^'\"`]*)");

  private final BasculeI18N i18n = new BasculeI18N();
  private final Map<String, String> english = i18n.getAllTranslations(Locale.ENGLISH);
  private final Map<String, String> french = i18n.getAllTranslations(Locale.FRENCH);

  @Test
  void everyEnglishTextHasItsFrench() {
    assertThat(french.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
  }

  @Test
  void bothLanguagesNameTheSameArguments() {
    english.forEach(
        (key, text) ->
            assertThat(places(french.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
  }

  @Test
  void everyTextIsAPattern() {
    Stream.of(english, french)
        .forEach(
            bundle ->
                bundle.forEach(
                    (key, text) ->
                        assertThat(
                                new MessageFormat(text.replace("'", "''")).format(new Object[10]))
                            .as(key)
                            .isNotNull()));
  }

  @Test
  void frenchPunctuationHasItsNoBreakSpace() {
    List<String> wrong = new ArrayList<>();
    french.forEach(
        (key, text) -> {
          String plain = text.replaceAll("https?://\\S*", "").replaceAll("\\{[^{}]*\\}", "x");
          if (Pattern.compile(
                      "[^\u00a0\u202f:/0-9][;!?»]|[^\u00a0\u202f0-9:]:(?!//|[0-9:])|«[^\u00a0\u202f]")
                  .matcher(plain)
                  .find()
              && plain.length() > 1) {
            wrong.add(key + "=" + text);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void frenchUsesTheTypographicApostrophe() {
    assertThat(french).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("'"));
  }

  @Test
  void everyTextAskedForExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path file : sources()) {
      Matcher asked = ASKED.matcher(Files.readString(file));
      while (asked.find()) {
        String key = asked.group(1);
        boolean prefix = asked.group(2) != null;
        boolean there =
            prefix
                ? english.keySet().stream().anyMatch(known -> known.startsWith(key))
                : english.containsKey(key);
        if (!there) {
          missing.add(file.getFileName() + ": " + key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noComponentShowsAWordOfTheSourceItself() throws IOException {
    List<String> literal = new ArrayList<>();
    for (Path file : sources()) {
      if (file.toString().contains("/ui/")) {
        collect(LITERAL.matcher(Files.readString(file)), file, literal);
      }
    }
    assertThat(literal).containsExactly("MainLayout.java: Ctrl K"); // the keys' own names
  }

  @Test
  void noBrowserCodeShowsAWordOfItself() throws IOException {
    List<String> literal = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("frontend"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
        collect(BROWSER_LITERAL.matcher(Files.readString(file)), file, literal);
      }
    }
    assertThat(literal).isEmpty();
  }

  private static void collect(Matcher found, Path file, List<String> into) {
    while (found.find()) {
      into.add(file.getFileName() + ": " + found.group(1));
    }
  }

  @Test
  void everyKeyStartsWithItsRoom() throws IOException {
    try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/i18n"))) {
      for (Path bundle : bundles.toList()) {
        String room = bundle.getFileName().toString().replaceAll("(_fr)?\\.properties$", "");
        assertThat(Files.readAllLines(bundle))
            .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
            .filteredOn(line -> line.matches("^[a-z][a-zA-Z0-9._-]* ?=.*"))
            .allSatisfy(line -> assertThat(line).startsWith(room + "."));
      }
    }
  }

  @Test
  void anUnknownKeyShowsItself() {
    assertThat(i18n.getTranslation("ui.no-such-text", Locale.FRENCH))
        .isEqualTo("!ui.no-such-text!");
  }

  @Test
  void anApostropheIsJustAnApostrophe() {
    assertThat(i18n.getTranslation("ui.error.text", Locale.ENGLISH, "ab12"))
        .contains("console's log")
        .endsWith("ab12.");
  }

  private static Set<String> places(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}

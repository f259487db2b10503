package dev.bascule.ssh;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command as its words. Only here do words become a line for a shell, each of them quoted. */
public record Argv(List<String> words) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /** Refuses an empty command and words with NUL, which no program can get. */
  public Argv {
    words = List.copyOf(words);
    if (words.isEmpty() || words.getFirst().isEmpty()) {
      throw new IllegalArgumentException("a command has at least a program");
    }
    if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
      throw new IllegalArgumentException("a word must not hold NUL");
    }
  }

  /** Of words. */
  public static Argv of(String... words) {
    return new Argv(List.of(words));
  }

  /** The same words behind others. */
  public Argv after(List<String> head) {
    return new Argv(java.util.stream.Stream.concat(head.stream(), words.stream()).toList());
  }

  /** One line for a POSIX shell that gives the program exactly these words. */
  public String shell() {
    return words.stream().map(Argv::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** As a person would type it. */
  @Override
  public String toString() {
    return shell();
  }
}

package dev.bascule.operation;

import java.util.List;

/**
 * A sentence in no language yet: the key of its text and what goes into it.
 *
 * @param key in the bundle of this room, so it starts with {@code operation.}
 */
public record Phrase(String key, List<Fact> args) {
  /** Copies its arguments; refuses a key of another room. */
  public Phrase {
    if (!key.startsWith("operation.")) {
      throw new IllegalArgumentException("a phrase's key starts with operation.: " + key);
    }
    args = List.copyOf(args);
  }

  /** A sentence. */
  public static Phrase of(String key, Fact... args) {
    return new Phrase(key, List.of(args));
  }
}

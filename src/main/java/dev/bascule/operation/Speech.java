package dev.bascule.operation;

import dev.bascule.ui.Formats;

/**
 * Puts phrases and values into the words of a language.
 *
 * @param texts the texts of that language
 * @param formats how numbers and times are written there
 */
public record Speech(Texts texts, Formats formats) {
  /** Texts by their keys. */
  @FunctionalInterface
  public interface Texts {
    /** The text of a key with its arguments filled in. */
    String text(String key, Object... arguments);
  }

  /** A sentence. */
  public String say(Phrase phrase) {
    return texts.text(phrase.key(), phrase.args().stream().map(this::say).toArray());
  }

  /** A value. */
  public String say(Fact fact) {
    return switch (fact) {
      case Fact.Text(var text) -> text;
      case Fact.Count(var number) -> formats.number(number);
      case Fact.Bytes(var bytes) -> formats.bytes(bytes);
      case Fact.Length(var length) -> formats.length(length);
      case Fact.At(var instant) -> formats.full(instant);
      case Fact.Words(var phrase) -> say(phrase);
      case Fact.Unknown() -> texts.text("operation.page.unknown");
    };
  }
}

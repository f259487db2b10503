package dev.bascule.operation;

import java.time.Duration;
import java.time.Instant;

/** A value that is shown: what it is decides how it is written in the reader's language. */
public sealed interface Fact {
  /** A name, an LSN, a raw word of Patroni or PostgreSQL: the same in every language. */
  record Text(String text) implements Fact {}

  /** A plain number. */
  record Count(long number) implements Fact {}

  /** A number of bytes. */
  record Bytes(long bytes) implements Fact {}

  /** A length of time. */
  record Length(Duration length) implements Fact {}

  /** A point in time. */
  record At(Instant instant) implements Fact {}

  /** Words that are translated. */
  record Words(Phrase phrase) implements Fact {}

  /** What isn't known: never shown as 0 or as "no". */
  record Unknown() implements Fact {}

  /** Not known. */
  Fact UNKNOWN = new Unknown();

  /** A text that is the same in every language. */
  static Fact text(String text) {
    return new Text(text);
  }

  /** A number. */
  static Fact count(long number) {
    return new Count(number);
  }

  /** Bytes. */
  static Fact bytes(long bytes) {
    return new Bytes(bytes);
  }

  /** A length of time. */
  static Fact length(Duration length) {
    return new Length(length);
  }

  /** A point in time. */
  static Fact at(Instant instant) {
    return new At(instant);
  }

  /** Words without arguments. */
  static Fact words(String key, Fact... args) {
    return new Words(Phrase.of(key, args));
  }
}

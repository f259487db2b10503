package dev.bascule.patroni;

import java.util.function.Function;

/**
 * What came of reading one value of the DCS. A value that can't be read is a fact to show, never a
 * reason to hide the others.
 */
public sealed interface Reading<T> {
  /** The value, understood. */
  record Read<T>(T value) implements Reading<T> {}

  /**
   * The value could not be understood.
   *
   * @param reason one sentence in English without any of the value's own text
   */
  record Unreadable<T>(String reason) implements Reading<T> {}

  /** What comes of reading the value further; unreadable stays unreadable. */
  default <U> Reading<U> then(Function<? super T, Reading<U>> further) {
    return switch (this) {
      case Read<T>(var value) -> further.apply(value);
      case Unreadable<T>(var reason) -> new Unreadable<>(reason);
    };
  }

  /** The value, or {@code other} when it could not be read. */
  default T orElse(T other) {
    return switch (this) {
      case Read<T>(var value) -> value;
      case Unreadable<T>(var reason) -> other;
    };
  }
}

package dev.bascule.access;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Who a person is, for ever: names may change, and this is what votes and requests refer to.
 *
 * @param value a random UUID, or one made from a name for what is no person
 */
public record PersonId(UUID value) {
  /** An id for somebody new. */
  public static PersonId random() {
    return new PersonId(UUID.randomUUID());
  }

  /**
   * Reads the usual text form.
   *
   * @throws IllegalArgumentException if it isn't a UUID
   */
  public static PersonId parse(String text) {
    return new PersonId(UUID.fromString(text));
  }

  /** A stable id for something that acts but is no person; it is never in the table of people. */
  static PersonId ofMachine(String name) {
    return new PersonId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

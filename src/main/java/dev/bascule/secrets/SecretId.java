package dev.bascule.secrets;

import java.util.UUID;

/**
 * Which secret; says nothing about it.
 *
 * @param value a random UUID
 */
public record SecretId(UUID value) {
  /** An id for a new secret. */
  public static SecretId random() {
    return new SecretId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

package dev.bascule.inventory;

import java.util.UUID;

/**
 * Which host, for ever: its name and address may change.
 *
 * @param value a random UUID
 */
public record HostId(UUID value) {
  /** An id for a new host. */
  static HostId random() {
    return new HostId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

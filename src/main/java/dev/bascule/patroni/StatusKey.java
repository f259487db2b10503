package dev.bascule.patroni;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the leader writes each loop: the {@code status} key.
 *
 * @param optime the leader's own place when it wrote, up to {@code loop_wait} ago; null if unknown
 * @param slots by slot name
 */
public record StatusKey(@Nullable Lsn optime, Map<String, Lsn> slots) {
  /** Nothing known. */
  public static final StatusKey UNKNOWN = new StatusKey(null, Map.of());

  /** Copies. */
  public StatusKey {
    slots = Map.copyOf(slots);
  }
}

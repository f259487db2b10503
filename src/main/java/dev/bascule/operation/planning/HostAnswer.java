package dev.bascule.operation.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member's host answered over SSH when it was asked just now.
 *
 * @param configurationLoadedAt when PostgreSQL last loaded its configuration, by the host's clock;
 *     null when it could not be asked
 * @param disk null when it could not be asked
 */
public record HostAnswer(@Nullable Instant configurationLoadedAt, @Nullable Disk disk, Instant at) {
  /**
   * Where the member's data are.
   *
   * @param used bytes that its data directory takes
   * @param free bytes that are free beside it
   */
  public record Disk(long used, long free) {}
}

package dev.bascule.operation.planning;

import dev.bascule.operation.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What the leader's PostgreSQL answered over SSH.
 *
 * @param checksums whether data pages have checksums; null when unknown
 * @param walLogHints whether hint bits are logged; null when unknown
 */
public record LeaderSql(
    Audience audience, @Nullable Boolean checksums, @Nullable Boolean walLogHints) {
  /** It could not be asked. */
  public static final LeaderSql UNKNOWN = new LeaderSql(Audience.UNKNOWN, null, null);
}

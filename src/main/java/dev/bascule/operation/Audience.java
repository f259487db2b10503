package dev.bascule.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who feels an operation: what runs on the leader.
 *
 * @param known false when PostgreSQL could not be asked; everything else is empty then
 * @param sessions by application, most first
 * @param longTransactions older than a minute, oldest first
 * @param preparedTransactions how many wait to be finished
 * @param backups base backups that are running
 * @param seenAt when it was asked; null when it could not be
 */
public record Audience(
    boolean known,
    List<Sessions> sessions,
    List<LongTransaction> longTransactions,
    int preparedTransactions,
    int backups,
    @Nullable Instant seenAt) {
  /** Nobody could be asked. */
  public static final Audience UNKNOWN = new Audience(false, List.of(), List.of(), 0, 0, null);

  /** Nobody feels it: connections and writes go on. */
  public static final Audience NOBODY = new Audience(true, List.of(), List.of(), 0, 0, null);

  /** Copies. */
  public Audience {
    sessions = List.copyOf(sessions);
    longTransactions = List.copyOf(longTransactions);
  }

  /** The sessions of one application, which will be cut. */
  public record Sessions(String application, int total, int active) {}

  /** A transaction that will be rolled back. */
  public record LongTransaction(int pid, String application, String user, Duration age) {}

  /** Whether it is known that nobody feels it. */
  public boolean nobody() {
    return equals(NOBODY);
  }

  /** All sessions. */
  public int total() {
    return sessions.stream().mapToInt(Sessions::total).sum();
  }
}

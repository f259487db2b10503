package dev.bascule.pglift;

import java.time.Duration;
import java.util.List;

/**
 * Who is on an instance and what would feel it if it went away.
 *
 * @param applications by name, the most sessions first
 * @param longest the longest open transactions, longest first
 * @param prepared how many transactions are prepared
 * @param backups how many base backups are being taken
 */
public record Sessions(
    List<Application> applications, List<OpenTransaction> longest, int prepared, int backups) {
  /** Copies. */
  public Sessions {
    applications = List.copyOf(applications);
    longest = List.copyOf(longest);
  }

  /**
   * An application's sessions.
   *
   * @param name as it calls itself; untrusted, may be empty
   */
  public record Application(String name, String user, int sessions, int active) {}

  /** A transaction that has been open for long. */
  public record OpenTransaction(int pid, String application, Duration age) {}
}

package dev.bascule.pglift;

import java.time.Duration;
import java.util.List;

/**
 * Who is on an instance and what would feel it if it went away.
 *
 * @param applications by name and user, the most sessions first; at most 200
 * @param longest transactions that have been open for a minute or more, longest first; at most 100
 * @param prepared how many transactions are prepared
 * @param backups how many base backups are being taken, pgBackRest's among them
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

  /**
   * A transaction that has been open for long.
   *
   * @param application as it calls itself; untrusted, may be empty
   */
  public record OpenTransaction(int pid, String application, String user, Duration age) {}
}

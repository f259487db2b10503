package dev.bascule.operation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step as it was really sent to one host.
 *
 * @param id also the name of its directory on the host
 * @param host the name by which people know the host
 * @param exit the program's exit code; null while unknown
 * @param startedAt when the program started, by the host's word
 * @param endedAt when it ended, by the host's word
 */
public record StepView(
    UUID id,
    StepKind kind,
    String host,
    String account,
    List<String> argv,
    Progress progress,
    @Nullable Integer exit,
    Instant preparedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {
  /** Copies. */
  public StepView {
    argv = List.copyOf(argv);
  }

  /** How far it came. */
  public enum Progress {
    /** Kept, not sent yet. */
    PREPARED,
    /** The connection was refused before anything was sent. */
    REFUSED,
    /** Proven never to have run, now or later. */
    VOID,
    /** It was sent, and nothing is known yet. */
    SENT,
    /** The program runs. */
    RUNNING,
    /** The program ended; see the exit code. */
    FINISHED,
    /** Nobody can tell. */
    UNKNOWN
  }
}

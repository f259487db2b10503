package dev.bascule.audit;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.ui.Watched;
import java.time.Instant;

/**
 * The check of the whole chain as pages ask for it: one at a time for everybody, in the background,
 * so that it can be left and come back to. What the last one found stays until the console ends,
 * and stands in the log as {@code audit.checked}.
 */
public interface ChainInspection extends Watched {
  /** What is known now; from memory. */
  State state();

  /**
   * Begins a check, unless one is running; needs READ_AUDIT.
   *
   * @throws NotAllowed without the right
   */
  void begin(Actor actor);

  /** How far the check is. */
  sealed interface State {}

  /** Nobody asked since the console started. */
  record Never() implements State {}

  /**
   * Under way.
   *
   * @param checked how many entries were read
   * @param of how many there are to read
   * @param by the name of who asked
   */
  record Running(long checked, long of, Instant since, String by) implements State {}

  /** Done. */
  record Finished(AuditCheck.Verdict verdict, Instant at, String by) implements State {}

  /** The console's database could not be read to the end; nothing is known of the chain. */
  record Unreadable(Instant at, String by) implements State {}
}

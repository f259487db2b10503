package dev.bascule.operation;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The rehearsal sheet: what would happen, what was looked at, what would be run. The same for who
 * asks, who agrees, while it runs and in the report.
 *
 * @param sentence what will happen, with names
 * @param shift who leads before and after
 * @param checks worst first
 * @param mayBeLost what may be lost: bytes, or unknown
 * @param commands in the order in which they would be run; hosts of one step in the order in which
 *     they are tried
 * @param wayBack what undoes it, and what is done if a step isn't seen in time
 */
public record Sheet(
    Phrase sentence,
    Shift shift,
    List<Check> checks,
    Audience audience,
    Interruptions interruptions,
    Fact mayBeLost,
    List<PlannedStep> steps,
    List<HostCommand> commands,
    List<Phrase> wayBack,
    Instant madeAt) {
  /** Copies, and orders the checks. */
  public Sheet {
    checks = checks.stream().sorted(Comparator.comparing(Check::level)).toList();
    steps = List.copyOf(steps);
    commands = List.copyOf(commands);
    wayBack = List.copyOf(wayBack);
  }

  /** Whether it can be done. */
  public enum Verdict {
    /** Everything is in order. */
    READY,
    /** Somebody has to acknowledge something. */
    RESERVATIONS,
    /** It would fail or harm. */
    BLOCKED
  }

  /** Whether it can be done. */
  public Verdict verdict() {
    if (checks.stream().anyMatch(check -> check.level() == Check.Level.RED)) {
      return Verdict.BLOCKED;
    }
    return reservations().isEmpty() ? Verdict.READY : Verdict.RESERVATIONS;
  }

  /** The checks of a level. */
  public List<Check> checks(Check.Level level) {
    return checks.stream().filter(check -> check.level() == level).toList();
  }

  /** The names of the checks that must be acknowledged one by one. */
  public SequencedSet<String> reservations() {
    var names = new LinkedHashSet<String>();
    checks(Check.Level.AMBER).forEach(check -> names.add(check.name()));
    return Collections.unmodifiableSequencedSet(names);
  }
}

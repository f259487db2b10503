package dev.bascule.operation.planning;

import dev.bascule.operation.Outcome;
import dev.bascule.operation.Phrase;

/** What the evidence amounts to. */
public sealed interface Judgement {
  /**
   * Not decided: look again.
   *
   * @param waitingFor what is missing
   */
  record LookAgain(Phrase waitingFor) implements Judgement {}

  /** Decided. */
  record Decided(Outcome outcome) implements Judgement {}
}

package dev.bascule.operation;

/**
 * How a request ended.
 *
 * @param state one that is over
 * @param said one sentence that says what happened and what was left as it is
 */
public record Outcome(RequestState state, Phrase said) {
  /** Refuses a state in which something may still happen. */
  public Outcome {
    if (!state.over()) {
      throw new IllegalArgumentException(state + " is no outcome");
    }
  }
}

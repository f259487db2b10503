package dev.bascule.operation.internal;

import dev.bascule.operation.Outcome;

/** What an outcome means for the rest of the console, once it is kept. Never part of it. */
interface Aftermath {
  /**
   * Sees to it; what can't be done is logged and left to people.
   *
   * @throws InterruptedException when the console ends meanwhile
   */
  void of(Request request, Outcome outcome) throws InterruptedException;
}

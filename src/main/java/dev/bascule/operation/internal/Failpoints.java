package dev.bascule.operation.internal;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Places at which the tests end the console as {@code kill -9} does, named by the system property
 * {@code bascule.failpoint}. Without it they do nothing.
 */
enum Failpoints {
  /** A request was kept. */
  AFTER_REQUESTED,
  /** The agreement was kept. */
  AFTER_APPROVED,
  /** The cluster was claimed; nothing else. */
  AFTER_CLAIMED,
  /** The intent is on disk; no connection was made. */
  AFTER_DISPATCHING,
  /** The wrapper is on the host, just before the step's directory is made. */
  BEFORE_START,
  /** The host has the step; the console has not kept that. */
  AFTER_START,
  /** It is known to run. */
  AFTER_RUNNING,
  /** The program ended; the console looks at what became of it. */
  AFTER_OBSERVING,
  /** The outcome is decided and not kept. */
  BEFORE_OUTCOME,
  /** The outcome is kept. */
  AFTER_OUTCOME;

  private static final String PROPERTY = "bascule.failpoint";

  private static volatile Consumer<Failpoints> passed = Failpoints::haltIfNamed;

  /** Ends the process here if the property says so. */
  void pass() {
    passed.accept(this);
  }

  private static void haltIfNamed(Failpoints here) {
    if (here.name().equals(System.getProperty(PROPERTY))) {
      Runtime.getRuntime().halt(137);
    }
  }

  /** For tests in one process, which can't be halted; null puts things right again. */
  static void instead(@Nullable Consumer<Failpoints> action) {
    passed = action == null ? Failpoints::haltIfNamed : action;
  }
}

package dev.bascule.operation;

/** The lists of requests. */
public enum RequestTab {
  /** What the person can answer: agree, review, resolve. */
  WAITING_FOR_ME,
  /** What the person asked for. */
  MINE,
  /** What waits for its time. */
  SCHEDULED,
  /** What is under way, and unknown outcomes that nobody resolved yet. */
  RUNNING,
  /** What is over. */
  DONE
}

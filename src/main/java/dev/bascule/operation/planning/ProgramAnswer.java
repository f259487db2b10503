package dev.bascule.operation.planning;

/** What patronictl's own words amount to. Never taken for the outcome. */
public enum ProgramAnswer {
  /** It says that the member asked for leads now. */
  SWITCHED,
  /** It says that another member leads instead. */
  SWITCHED_INSTEAD,
  /** It says that Patroni keeps it for later. */
  SCHEDULED,
  /** It says that a schedule was taken back. */
  FLUSHED,
  /** It says that it did to every member what was asked. */
  DONE,
  /** It says that it did it to some of the members. */
  PARTLY,
  /** It says clearly that nothing was done. */
  REFUSED,
  /** It says that it doesn't know, or something else. */
  UNCLEAR
}

package dev.bascule.audit;

/** What became of it. Names are stored, never change. */
public enum AuditResult {
  /** It is about to be done: written before the effect. */
  INTENT,
  /** It was done. */
  DONE,
  /** It was not allowed, or not possible, and nothing was done. */
  REFUSED,
  /** It was tried and didn't work. */
  FAILED,
  /** It was tried and nobody can tell. */
  UNKNOWN
}

package dev.bascule.topology;

/** How much an anomaly matters; the gravest first. */
public enum Severity {
  /** Writes or data are at stake now. */
  CRITICAL,
  /** Protection is reduced, or something is off. */
  WARNING,
  /** Good to know. */
  INFO
}

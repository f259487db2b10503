package dev.bascule.patroni;

/** How {@code synchronous_mode} is set. */
public enum SynchronousMode {
  /** Commits wait for nobody. */
  OFF,
  /** Commits wait for the named standbys. */
  ON,
  /** Commits wait for any so many of the named standbys. */
  QUORUM
}

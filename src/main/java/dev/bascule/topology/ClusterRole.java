package dev.bascule.topology;

/** A member's place in its cluster, told by the leader key and the sync key: patronictl's roles. */
public enum ClusterRole {
  /** Holds the leader key. */
  LEADER,
  /** Holds the leader key of a standby cluster. */
  STANDBY_LEADER,
  /** Commits wait for it. */
  SYNC_STANDBY,
  /** Commits wait for a quorum that it belongs to. */
  QUORUM_STANDBY,
  /** Follows. */
  REPLICA;

  /** Whether it is the leader of an ordinary or of a standby cluster. */
  public boolean leads() {
    return this == LEADER || this == STANDBY_LEADER;
  }
}

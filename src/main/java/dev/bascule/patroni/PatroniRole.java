package dev.bascule.patroni;

/** What a member says of itself in its own key; who leads is told by the leader key alone. */
public enum PatroniRole {
  /** Takes writes. */
  PRIMARY,
  /** Leads a standby cluster. */
  STANDBY_LEADER,
  /** Follows. */
  REPLICA,
  /** Was primary until a moment ago. */
  DEMOTED,
  /** Is becoming primary. */
  PROMOTED,
  /** Has no data yet. */
  UNINITIALIZED,
  /** A word this console doesn't know. */
  OTHER;

  /** Reads Patroni's word, {@code master} of old included. */
  public static PatroniRole of(String word) {
    return switch (word) {
      case "primary", "master" -> PRIMARY;
      case "standby_leader" -> STANDBY_LEADER;
      case "replica" -> REPLICA;
      case "demoted" -> DEMOTED;
      case "promoted" -> PROMOTED;
      case "uninitialized" -> UNINITIALIZED;
      default -> OTHER;
    };
  }
}

package dev.bascule.dcs;

import org.jspecify.annotations.Nullable;

/**
 * One member of the DCS, as its endpoint answered.
 *
 * @param endpoint as configured
 * @param state what it does
 * @param version etcd's; null when away
 * @param revision it has applied; 0 when away
 * @param databaseBytes the size of its database; 0 when away
 * @param trouble why it is away; null otherwise
 */
public record DcsMember(
    String endpoint,
    State state,
    @Nullable String version,
    long revision,
    long databaseBytes,
    @Nullable DcsTrouble trouble) {

  /** What a member does. */
  public enum State {
    /** Leads. */
    LEADER,
    /** Follows. */
    FOLLOWER,
    /** Answers, and knows no leader. */
    LEADERLESS,
    /** Doesn't answer. */
    AWAY
  }
}

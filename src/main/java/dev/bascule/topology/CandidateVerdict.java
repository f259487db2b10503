package dev.bascule.topology;

import dev.bascule.patroni.MemberName;
import java.util.List;

/** Whether a member could take over now by Patroni's own rules, and if not, all the reasons. */
public record CandidateVerdict(MemberName member, List<Obstacle> obstacles) {
  /** Copies. */
  public CandidateVerdict {
    obstacles = List.copyOf(obstacles);
  }

  /** Nothing stands in its way: it could take over by itself. */
  public boolean can() {
    return obstacles.isEmpty();
  }

  /** It could take over when a person asks for it: nothing but a pause stands in its way. */
  public boolean canByHand() {
    return obstacles.stream().allMatch(obstacle -> obstacle.kind() == Kind.PAUSED);
  }

  /**
   * One reason.
   *
   * @param kind which rule
   * @param arguments values for the text {@code topology.obstacle.<kind>}: numbers of bytes or
   *     timelines, states
   */
  public record Obstacle(Kind kind, List<Object> arguments) {
    /** Copies. */
    public Obstacle {
      arguments = List.copyOf(arguments);
    }
  }

  /** Patroni's rules. */
  public enum Kind {
    /** Its key is not in the DCS. */
    ABSENT,
    /** Its key can't be read. */
    UNREADABLE,
    /** PostgreSQL doesn't run there; argument: the state. */
    NOT_RUNNING,
    /** Tagged nofailover, or failover_priority 0. */
    NO_FAILOVER,
    /** Too far behind; arguments: bytes, the limit. */
    LAG,
    /** Its place in the WAL is unknown. */
    LAG_UNKNOWN,
    /** On an older timeline while check_timeline is set; arguments: its timeline, the cluster's. */
    TIMELINE,
    /** Its timeline is unknown while check_timeline is set. */
    TIMELINE_UNKNOWN,
    /** Synchronous mode, and it isn't a synchronous standby. */
    NOT_SYNC,
    /** Quorum mode, and too few others could vote; arguments: votes, how many are needed. */
    QUORUM,
    /** Failsafe mode, and it isn't among its members. */
    NOT_IN_FAILSAFE,
    /** Its REST didn't answer, and the others ask it before one leads. */
    UNREACHABLE,
    /** Its data belongs to another cluster. */
    OTHER_SYSTEM,
    /** Its watchdog can't be activated. */
    WATCHDOG,
    /** The cluster is paused: nobody takes over by itself. */
    PAUSED
  }
}

package dev.bascule.topology;

import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a cluster that is not as it should be. Its text is {@code
 * topology.anomaly.<code>} and its explanation {@code topology.anomaly.<code>.why}, both with
 * {@link #arguments()}.
 */
public sealed interface Anomaly {
  /** How much it matters. */
  Severity severity();

  /** Stable and dotted-free, such as {@code no-leader}. */
  String code();

  /** The member it is about, if one. */
  default @Nullable MemberName member() {
    return null;
  }

  /** The values of its text, in order: texts, whole numbers and instants. */
  default List<Object> arguments() {
    var member = member();
    return member == null ? List.of() : List.of(member.value());
  }

  /** Nobody holds the leader key. */
  record NoLeader(@Nullable Instant since) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.CRITICAL;
    }

    @Override
    public String code() {
      return "no-leader";
    }
  }

  /** More than one member says that it is primary. */
  record TwoPrimaries(List<MemberName> members) implements Anomaly {
    /** Copies. */
    public TwoPrimaries {
      members = List.copyOf(members);
    }

    @Override
    public Severity severity() {
      return Severity.CRITICAL;
    }

    @Override
    public String code() {
      return "two-primaries";
    }

    @Override
    public List<Object> arguments() {
      return List.of(String.join(", ", members.stream().map(MemberName::value).toList()));
    }
  }

  /** An absent member's PostgreSQL still takes writes. */
  record StillWritable(MemberName member, Instant since) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.CRITICAL;
    }

    @Override
    public String code() {
      return "still-writable";
    }

    @Override
    public List<Object> arguments() {
      return List.of(member.value(), since);
    }
  }

  /** An expected member is not there. */
  record AbsentMember(MemberName member, Instant since, ClusterRole lastRole) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String code() {
      return "absent-member";
    }

    @Override
    public List<Object> arguments() {
      return List.of(member.value(), since);
    }
  }

  /** Nobody could take over from the leader, or in its place: not even when a person asks. */
  record NoWayOut() implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String code() {
      return "no-way-out";
    }
  }

  /** The leader key names a member that has no key of its own. */
  record LeaderMissing(MemberName member) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.CRITICAL;
    }

    @Override
    public String code() {
      return "leader-missing";
    }
  }

  /** The leader holds its key, but PostgreSQL there doesn't run: nobody takes writes. */
  record LeaderNotRunning(MemberName member, String state) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.CRITICAL;
    }

    @Override
    public String code() {
      return "leader-not-running";
    }

    @Override
    public List<Object> arguments() {
      return List.of(member.value(), state);
    }
  }

  /**
   * A member that should stream doesn't.
   *
   * @param since since when, as far as seen
   */
  record NotStreaming(MemberName member, String state, Instant since) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String code() {
      return "not-streaming";
    }

    @Override
    public List<Object> arguments() {
      return List.of(member.value(), state, since);
    }
  }

  /** A member is on another timeline than the leader. */
  record TimelineApart(MemberName member, int timeline, int leaders) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String code() {
      return "timeline-apart";
    }

    @Override
    public List<Object> arguments() {
      return List.of(member.value(), timeline, leaders);
    }
  }

  /**
   * A member is behind by more than {@code maximum_lag_on_failover}.
   *
   * @param received whether it lacks the bytes; otherwise it has them and hasn't replayed them
   */
  record LagAbove(MemberName member, boolean received, long bytes, long limit) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String code() {
      return received ? "lag-above" : "replay-lag-above";
    }

    @Override
    public List<Object> arguments() {
      return List.of(member.value(), bytes, limit);
    }
  }

  /** A node's data belongs to another cluster. */
  record SystemIdentifierApart(MemberName member, String found, String expected)
      implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.CRITICAL;
    }

    @Override
    public String code() {
      return "system-identifier-apart";
    }

    @Override
    public List<Object> arguments() {
      return List.of(member.value(), found, expected);
    }
  }

  /** A parameter waits for a restart. */
  record PendingRestart(MemberName member, String parameters) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String code() {
      return "pending-restart";
    }

    @Override
    public List<Object> arguments() {
      return List.of(member.value(), parameters);
    }
  }

  /** No automatic failover. */
  record Paused() implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String code() {
      return "paused";
    }
  }

  /** The leader goes on without the DCS. */
  record FailsafeActive(MemberName member) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.CRITICAL;
    }

    @Override
    public String code() {
      return "failsafe-active";
    }
  }

  /** Synchronous mode is set and no standby is synchronous. */
  record SyncWithoutStandby(boolean strict) implements Anomaly {
    @Override
    public Severity severity() {
      return strict ? Severity.CRITICAL : Severity.WARNING;
    }

    @Override
    public String code() {
      return strict ? "sync-without-standby-strict" : "sync-without-standby";
    }
  }

  /** A switchover waits in the DCS. */
  record SwitchoverScheduled(String at) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String code() {
      return "switchover-scheduled";
    }

    @Override
    public List<Object> arguments() {
      return List.of(at);
    }
  }

  /** A node keeps a restart for later. */
  record RestartScheduled(MemberName member, String at) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public String code() {
      return "restart-scheduled";
    }

    @Override
    public List<Object> arguments() {
      return List.of(member.value(), at);
    }
  }

  /** A key could not be read. */
  record Unreadable(@Nullable MemberName member, String key, String reason) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String code() {
      return "unreadable";
    }

    @Override
    public List<Object> arguments() {
      return List.of(key, reason);
    }
  }

  /**
   * A name that must not become part of a command: everything that acts is disabled.
   *
   * @param member null when it is the cluster's own
   */
  record NonConformingName(@Nullable MemberName member, String name) implements Anomaly {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public String code() {
      return "non-conforming-name";
    }

    @Override
    public List<Object> arguments() {
      return List.of(name);
    }
  }

  /**
   * A member says that its REST is at an address where it isn't asked.
   *
   * @param refused the address is none that a node can have; otherwise it is only at no known host
   */
  record ForeignApiUrl(MemberName member, String url, boolean refused) implements Anomaly {
    @Override
    public Severity severity() {
      return refused ? Severity.WARNING : Severity.INFO;
    }

    @Override
    public String code() {
      return refused ? "refused-api-url" : "foreign-api-url";
    }

    @Override
    public List<Object> arguments() {
      return List.of(member.value(), url);
    }
  }
}

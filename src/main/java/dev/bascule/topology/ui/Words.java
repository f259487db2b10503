package dev.bascule.topology.ui;

import dev.bascule.topology.Anomaly;
import dev.bascule.topology.CandidateVerdict;
import dev.bascule.topology.ClusterRole;
import dev.bascule.topology.JournalEntry;
import dev.bascule.topology.MemberView;
import dev.bascule.ui.Formats;
import dev.bascule.ui.Tone;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is true, in the reader's words: states, roles, anomalies, reasons, journal entries. */
record Words(Texts texts, Formats formats) {
  private static final Set<String> KNOWN_STATES =
      Set.of(
          "initializing new cluster",
          "initdb failed",
          "running custom bootstrap script",
          "custom bootstrap failed",
          "creating replica",
          "running",
          "starting",
          "starting after custom bootstrap",
          "start failed",
          "restarting",
          "restart failed",
          "stopping",
          "stopped",
          "stop failed",
          "crashed",
          "streaming",
          "in archive recovery",
          "unknown");

  /** Gives a text by its key. */
  @FunctionalInterface
  interface Texts {
    String get(String key, Object... arguments);
  }

  /** How a state is drawn. */
  enum StateKind {
    RUNNING(Tone.QUIET),
    STREAMING(Tone.QUIET),
    ARCHIVE(Tone.QUIET),
    BUSY(Tone.BUSY),
    STOPPED(Tone.BUSY),
    FAILED(Tone.CRITICAL),
    UNKNOWN(Tone.UNKNOWN);

    private final Tone tone;

    StateKind(Tone tone) {
      this.tone = tone;
    }

    Tone tone() {
      return tone;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static StateKind stateKind(String state) {
    return switch (state) {
      case "running" -> StateKind.RUNNING;
      case "streaming" -> StateKind.STREAMING;
      case "in archive recovery" -> StateKind.ARCHIVE;
      case "stopped" -> StateKind.STOPPED;
      case "initializing new cluster",
          "running custom bootstrap script",
          "creating replica",
          "starting",
          "starting after custom bootstrap",
          "restarting",
          "stopping" ->
          StateKind.BUSY;
      case "initdb failed",
          "custom bootstrap failed",
          "start failed",
          "restart failed",
          "stop failed",
          "crashed" ->
          StateKind.FAILED;
      default -> StateKind.UNKNOWN;
    };
  }

  /** A word for Patroni's state; one that isn't known is shown as it came. */
  String state(String state) {
    if (state.isEmpty()) {
      return texts.get("topology.state.unknown");
    }
    return KNOWN_STATES.contains(state)
        ? texts.get("topology.state." + state.replace(' ', '-'))
        : shortened(state);
  }

  String role(ClusterRole role) {
    return texts.get("topology.role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  String anomaly(Anomaly anomaly) {
    return texts.get("topology.anomaly." + anomaly.code(), arguments(anomaly));
  }

  String why(Anomaly anomaly) {
    return texts.get("topology.anomaly." + anomaly.code() + ".why", arguments(anomaly));
  }

  private Object[] arguments(Anomaly anomaly) {
    return switch (anomaly) {
      case Anomaly.LagAbove(var member, boolean _, long bytes, long limit) ->
          new Object[] {member.value(), formats.bytes(bytes), formats.bytes(limit)};
      case Anomaly.NotStreaming(var member, String state, var _) ->
          new Object[] {member.value(), state(state)};
      case Anomaly.LeaderNotRunning(var member, String state) ->
          new Object[] {member.value(), state(state)};
      case Anomaly.SwitchoverScheduled(String at) -> new Object[] {instant(at)};
      case Anomaly.RestartScheduled(var member, String at) ->
          new Object[] {member.value(), instant(at)};
      case Anomaly.TimelineApart(var member, int timeline, int leaders) ->
          new Object[] {member.value(), Integer.toString(timeline), Integer.toString(leaders)};
      case Anomaly.NoLeader _,
          Anomaly.TwoPrimaries _,
          Anomaly.StillWritable _,
          Anomaly.AbsentMember _,
          Anomaly.NoWayOut _,
          Anomaly.LeaderMissing _,
          Anomaly.SystemIdentifierApart _,
          Anomaly.PendingRestart _,
          Anomaly.Paused _,
          Anomaly.FailsafeActive _,
          Anomaly.SyncWithoutStandby _,
          Anomaly.Unreadable _,
          Anomaly.NonConformingName _,
          Anomaly.ForeignApiUrl _ ->
          anomaly.arguments().stream().map(one -> shortened(one.toString())).toArray();
    };
  }

  /** All reasons against a candidate. */
  List<String> reasons(CandidateVerdict verdict) {
    return verdict.obstacles().stream().map(this::reason).toList();
  }

  /** The reasons that would stand even if a person asked: a pause isn't one. */
  List<String> reasonsByHand(CandidateVerdict verdict) {
    return verdict.obstacles().stream()
        .filter(obstacle -> obstacle.kind() != CandidateVerdict.Kind.PAUSED)
        .map(this::reason)
        .toList();
  }

  private String reason(CandidateVerdict.Obstacle obstacle) {
    Object[] arguments =
        obstacle.arguments().stream()
            .map(
                one ->
                    switch (obstacle.kind()) {
                      case LAG -> one instanceof Number n ? formats.bytes(n.longValue()) : one;
                      case NOT_RUNNING -> state(one.toString());
                      case ABSENT,
                          UNREADABLE,
                          NO_FAILOVER,
                          LAG_UNKNOWN,
                          TIMELINE,
                          TIMELINE_UNKNOWN,
                          NOT_SYNC,
                          QUORUM,
                          NOT_IN_FAILSAFE,
                          UNREACHABLE,
                          OTHER_SYSTEM,
                          WATCHDOG,
                          PAUSED ->
                          one.toString();
                    })
            .toArray();
    return texts.get("topology.obstacle." + obstacle.kind().name(), arguments);
  }

  /** What happened, as a sentence. */
  String journal(JournalEntry entry) {
    List<String> given = entry.arguments().stream().map(Words::shortened).toList();
    String key = "topology.journal." + entry.kind().name();
    return switch (entry.kind()) {
      case LEADER_CHANGED -> {
        String from = given.isEmpty() || given.getFirst().isEmpty() ? "" : ".from";
        String settled = given.size() > 2 && given.get(2).isEmpty() ? ".unsettled" : "";
        yield texts.get(key + from + settled, given.toArray());
      }
      case CONFIG_CHANGED ->
          given.isEmpty() ? texts.get(key + ".unknown") : texts.get(key, given.toArray());
      case MEMBER_ABSENT, SWITCHOVER_SCHEDULED, MEMBER_STATE, AWAY ->
          texts.get(key, translated(entry.kind(), given));
      case CLUSTER_SEEN,
          CLUSTER_GONE,
          LEADER_LOST,
          PAUSED,
          RESUMED,
          MEMBER_JOINED,
          MEMBER_BACK,
          SWITCHOVER_UNSCHEDULED,
          RESTART_PENDING,
          RESTART_NO_LONGER_PENDING,
          CAUGHT_UP ->
          texts.get(key, given.toArray());
    };
  }

  private Object[] translated(JournalEntry.Kind kind, List<String> given) {
    Object[] words = given.toArray();
    for (int i = 0; i < words.length; i++) {
      String one = given.get(i);
      if (kind == JournalEntry.Kind.MEMBER_STATE && i > 0) {
        words[i] = state(one);
      } else if (kind == JournalEntry.Kind.MEMBER_ABSENT && i == 1) {
        words[i] = roleByName(one);
      } else if (kind == JournalEntry.Kind.AWAY) {
        words[i] = instant(one);
      } else if (kind == JournalEntry.Kind.SWITCHOVER_SCHEDULED) {
        words[i] = i == 0 ? instant(one) : one.isEmpty() ? "?" : one;
      }
    }
    return words;
  }

  private String roleByName(String name) {
    for (ClusterRole role : ClusterRole.values()) {
      if (role.name().equalsIgnoreCase(name.replace(' ', '_').replace('-', '_'))) {
        return role(role);
      }
    }
    return name;
  }

  /** An ISO instant as a day and time with its zone; any other text as it is. */
  private String instant(String text) {
    try {
      return formats.full(java.time.OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      try {
        return formats.full(Instant.parse(text));
      } catch (DateTimeParseException notThatEither) {
        return shortened(text);
      }
    }
  }

  /** The tone of a member's state line. */
  static Tone tone(MemberView member) {
    return !member.readable() || !member.seen() ? Tone.UNKNOWN : stateKind(member.state()).tone();
  }

  /** Text from elsewhere, cut to what a line can hold. */
  static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 299) + "…";
  }
}

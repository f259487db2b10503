package dev.bascule.topology;

import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.topology.CandidateVerdict.Kind;
import dev.bascule.topology.CandidateVerdict.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Patroni's own rules of who may take over when the leader dies (its {@code ha.py}). */
final class WayOutRules {
  private final ClusterState state;

  private WayOutRules(ClusterState state) {
    this.state = state;
  }

  static WayOut judge(ClusterState state, Surroundings around) {
    var rules = new WayOutRules(state);
    var candidates = state.members().stream().filter(member -> !member.role().leads()).toList();
    var verdicts = candidates.stream().map(rules::verdict).toList();
    var lost = OptionalLong.empty();
    for (var i = 0; i < candidates.size(); i++) {
      var lag = rules.lag(candidates.get(i));
      if (verdicts.get(i).canByHand() && lag.isPresent()) {
        var bytes = Math.max(0, lag.getAsLong());
        lost = lost.isPresent() && lost.getAsLong() <= bytes ? lost : OptionalLong.of(bytes);
      }
    }
    return new WayOut(verdicts, lost, around.dcsMembersThatMayGo());
  }

  private CandidateVerdict verdict(MemberView member) {
    var obstacles = new ArrayList<Obstacle>();
    if (!member.seen()) {
      obstacles.add(obstacle(Kind.ABSENT));
    } else if (!member.readable()) {
      obstacles.add(obstacle(Kind.UNREADABLE));
    } else {
      node(member, obstacles);
      synchronous(member, obstacles);
      timeline(member, obstacles);
      if (member.published().running()) {
        lag(member, obstacles);
      }
    }
    if (state.paused()) {
      obstacles.add(obstacle(Kind.PAUSED));
    }
    return new CandidateVerdict(member.name(), obstacles);
  }

  private void node(MemberView member, List<Obstacle> obstacles) {
    if (!member.published().running()) {
      obstacles.add(obstacle(Kind.NOT_RUNNING, member.state()));
    }
    if (member.tags().noFailover()) {
      obstacles.add(obstacle(Kind.NO_FAILOVER));
    }
    var facts = member.facts();
    if (facts.watchdogFailed()) {
      obstacles.add(obstacle(Kind.WATCHDOG));
    }
    if (Boolean.FALSE.equals(facts.reachable())) {
      obstacles.add(obstacle(Kind.UNREACHABLE));
    }
    var identifier = facts.systemIdentifier();
    if (identifier != null
        && !state.systemIdentifier().isEmpty()
        && !identifier.equals(state.systemIdentifier())) {
      obstacles.add(obstacle(Kind.OTHER_SYSTEM));
    }
    if (state.config().failsafeMode()
        && !state.failsafe().isEmpty()
        && !state.failsafe().contains(member.name())) {
      obstacles.add(obstacle(Kind.NOT_IN_FAILSAFE));
    }
  }

  /** Synchronous mode counts only once the leader has written itself into the sync key. */
  private void synchronous(MemberView member, List<Obstacle> obstacles) {
    var sync = state.sync();
    if (sync == null || sync.leader() == null) {
      return;
    }
    switch (state.config().synchronous()) {
      case OFF -> {}
      case ON -> {
        if (!sync.contains(member.name()) && !sync.isLeader(member.name())) {
          obstacles.add(obstacle(Kind.NOT_SYNC));
        }
      }
      case QUORUM -> {
        var votes = votes(member);
        if (votes < sync.quorum() && !sync.isLeader(member.name())) {
          obstacles.add(obstacle(Kind.QUORUM, votes, sync.quorum()));
        }
      }
    }
  }

  /** Who belongs to the quorum votes for itself; one outside needs a vote more. */
  private int votes(MemberView candidate) {
    var others =
        state.members().stream()
            .filter(member -> !member.role().leads() && !member.name().equals(candidate.name()))
            .filter(member -> voter(member) && canVote(member))
            .count();
    return (int) others + (voter(candidate) ? 0 : -1);
  }

  private boolean voter(MemberView member) {
    var sync = state.sync();
    return state.config().synchronous() == SynchronousMode.QUORUM
        && sync != null
        && (sync.contains(member.name()) || sync.isLeader(member.name()));
  }

  private static boolean canVote(MemberView member) {
    return member.seen()
        && member.readable()
        && member.published().running()
        && !member.tags().noFailover()
        && !member.facts().watchdogFailed()
        && !Boolean.FALSE.equals(member.facts().reachable());
  }

  private void timeline(MemberView member, List<Obstacle> obstacles) {
    if (!state.config().checkTimeline() || state.standbySource().isPresent()) {
      return;
    }
    if (member.timeline() == 0) {
      obstacles.add(obstacle(Kind.TIMELINE_UNKNOWN));
    } else if (member.timeline() < state.historyTimeline()) {
      obstacles.add(obstacle(Kind.TIMELINE, member.timeline(), state.historyTimeline()));
    }
  }

  private void lag(MemberView member, List<Obstacle> obstacles) {
    var lag = lag(member);
    var limit = state.config().maximumLagOnFailover();
    if (lag.isPresent() && lag.getAsLong() > limit) {
      obstacles.add(obstacle(Kind.LAG, lag.getAsLong(), limit));
    } else if (place(member) == null) {
      obstacles.add(obstacle(Kind.LAG_UNKNOWN));
    }
  }

  /** Patroni compares the furthest place, received or replayed, with the last published one. */
  private OptionalLong lag(MemberView member) {
    var place = place(member);
    var optime = state.optime();
    return place == null || optime == null
        ? OptionalLong.empty()
        : OptionalLong.of(optime.minus(place));
  }

  private static @Nullable Lsn place(MemberView member) {
    var received = member.receiveLsn();
    var replayed = member.replayLsn();
    if (received == null || (replayed != null && replayed.compareTo(received) > 0)) {
      return replayed == null ? member.location() : replayed;
    }
    return received;
  }

  private static Obstacle obstacle(Kind kind, Object... arguments) {
    return new Obstacle(kind, List.of(arguments));
  }
}

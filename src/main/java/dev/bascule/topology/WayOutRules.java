package dev.bascule.topology;

import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.PatroniRole;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.topology.CandidateVerdict.Kind;
import dev.bascule.topology.CandidateVerdict.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Patroni's own rules of who may take over when the leader dies (its {@code ha.py}). */
final class WayOutRules {
  private final ClusterState state;
  private final Map<MemberName, Lags> lags;

  WayOutRules(ClusterState state, Map<MemberName, Lags> lags) {
    this.state = state;
    this.lags = lags;
  }

  WayOut judge(Surroundings around) {
    var candidates = state.members().stream().filter(member -> !member.role().leads()).toList();
    var verdicts = candidates.stream().map(this::verdict).toList();
    var lost =
        candidates.stream()
            .filter(member -> verdicts.get(candidates.indexOf(member)).canByHand())
            .map(member -> least(lags.getOrDefault(member.name(), Lags.asPublished(member))))
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .min();
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

  /** Checked where it is asked for; one that runs as primary is always held against the history. */
  private void timeline(MemberView member, List<Obstacle> obstacles) {
    var primary = member.ownRole() == PatroniRole.PRIMARY && member.timeline() > 0;
    var asked = state.config().checkTimeline() && state.standbySource().isEmpty();
    if (!primary && !asked) {
      return;
    }
    if (member.timeline() == 0) {
      obstacles.add(obstacle(Kind.TIMELINE_UNKNOWN));
    } else if (member.timeline() < state.historyTimeline()) {
      obstacles.add(obstacle(Kind.TIMELINE, member.timeline(), state.historyTimeline()));
    }
  }

  /** Patroni compares the furthest place, received or replayed, with the last published one. */
  private void lag(MemberView member, List<Obstacle> obstacles) {
    if (member.location() == null && member.receiveLsn() == null && member.replayLsn() == null) {
      obstacles.add(obstacle(Kind.LAG_UNKNOWN));
      return;
    }
    var lag = least(lags.getOrDefault(member.name(), Lags.asPublished(member)));
    var limit = state.config().maximumLagOnFailover();
    if (lag != null && lag > limit) {
      obstacles.add(obstacle(Kind.LAG, lag, limit));
    }
  }

  private static @Nullable Long least(Lags lags) {
    var receive = lags.receive();
    var replay = lags.replay();
    return receive == null || (replay != null && replay < receive) ? replay : receive;
  }

  private static Obstacle obstacle(Kind kind, Object... arguments) {
    return new Obstacle(kind, List.of(arguments));
  }
}

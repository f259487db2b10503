package dev.bascule.topology;

import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.HistoryEntry;
import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.SyncKey;
import dev.bascule.topology.CandidateVerdict.Kind;
import dev.bascule.topology.CandidateVerdict.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Patroni's own rules of who may take over when the leader dies (its {@code ha.py}). */
final class WayOutRules {
  private final DynamicConfig config;
  private final @Nullable SyncKey sync;
  private final @Nullable Lsn optime;
  private final int timeline;
  private final ClusterInputs inputs;

  private WayOutRules(
      DynamicConfig config,
      @Nullable SyncKey sync,
      @Nullable Lsn optime,
      int timeline,
      ClusterInputs inputs) {
    this.config = config;
    this.sync = sync;
    this.optime = optime;
    this.timeline = timeline;
    this.inputs = inputs;
  }

  static WayOut judge(
      List<MemberView> members,
      DynamicConfig config,
      @Nullable SyncKey sync,
      @Nullable LeaderSeat seat,
      @Nullable Lsn optime,
      List<HistoryEntry> history,
      ClusterInputs inputs) {
    var timeline =
        members.stream()
            .filter(
                member ->
                    seat != null && member.name().equals(seat.name()) && member.timeline() > 0)
            .mapToInt(MemberView::timeline)
            .findFirst()
            .orElse(history.isEmpty() ? 0 : history.getLast().timeline() + 1);
    var rules = new WayOutRules(config, sync, optime, timeline, inputs);
    var verdicts =
        members.stream()
            .filter(member -> seat == null || !member.name().equals(seat.name()))
            .map(rules::verdict)
            .toList();
    var lost = OptionalLong.empty();
    for (var member : members) {
      var able = verdicts.stream().anyMatch(one -> one.member().equals(member.name()) && one.can());
      var lag = member.receiveLag();
      if (able && lag != null && (lost.isEmpty() || lag < lost.getAsLong())) {
        lost = OptionalLong.of(lag);
      }
    }
    return new WayOut(verdicts, lost, OptionalInt.empty());
  }

  private CandidateVerdict verdict(MemberView member) {
    var obstacles = new ArrayList<Obstacle>();
    if (!member.seen()) {
      obstacles.add(obstacle(Kind.ABSENT));
    } else if (!member.readable()) {
      obstacles.add(obstacle(Kind.UNREADABLE));
    } else {
      judgeSeen(member, obstacles);
    }
    if (config.paused()) {
      obstacles.add(obstacle(Kind.PAUSED));
    }
    return new CandidateVerdict(member.name(), obstacles);
  }

  private void judgeSeen(MemberView member, List<Obstacle> obstacles) {
    var running =
        member.streaming() || "running".equals(member.state()) || member.replicationState() != null;
    if (!running) {
      obstacles.add(obstacle(Kind.NOT_RUNNING, member.state()));
    }
    if (member.tags().noFailover()) {
      obstacles.add(obstacle(Kind.NO_FAILOVER));
    }
    if (inputs.factsOf(member.name()).watchdogFailed()) {
      obstacles.add(obstacle(Kind.WATCHDOG));
    }
    if (MembersFold.synchronous(config)
        && sync != null
        && !sync.contains(member.name())
        && !sync.standbys().isEmpty()) {
      obstacles.add(obstacle(Kind.NOT_SYNC));
    }
    if (config.checkTimeline() && member.timeline() > 0 && member.timeline() < timeline) {
      obstacles.add(obstacle(Kind.TIMELINE, member.timeline(), timeline));
    }
    if (running) {
      judgeLag(member, obstacles);
    }
  }

  /** Patroni compares the furthest place, received or replayed, with the last published one. */
  private void judgeLag(MemberView member, List<Obstacle> obstacles) {
    var received = member.receiveLsn();
    var replayed = member.replayLsn();
    var place =
        received == null || (replayed != null && replayed.compareTo(received) > 0)
            ? replayed
            : received;
    if (place == null) {
      place = member.location();
    }
    if (place == null || optime == null) {
      if (place == null) {
        obstacles.add(obstacle(Kind.LAG_UNKNOWN));
      }
      return;
    }
    var lag = optime.minus(place);
    if (lag > config.maximumLagOnFailover()) {
      obstacles.add(obstacle(Kind.LAG, lag, config.maximumLagOnFailover()));
    }
  }

  private static Obstacle obstacle(Kind kind, Object... arguments) {
    return new Obstacle(kind, List.of(arguments));
  }
}

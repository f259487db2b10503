package dev.bascule.topology;

import dev.bascule.patroni.Lsn;
import dev.bascule.topology.CandidateVerdict.Obstacle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A state as lines that a person can review. */
final class StateText {
  private StateText() {}

  static String of(ClusterState state) {
    var text = new StringBuilder();
    text.append(first(state)).append('\n');
    state.members().forEach(member -> text.append(line(member)).append('\n'));
    text.append(wayOut(state.wayOut())).append('\n');
    state.anomalies().forEach(anomaly -> text.append(line(anomaly)).append('\n'));
    return text.toString();
  }

  private static String first(ClusterState state) {
    var seat = state.leader();
    var text = new StringBuilder("leader " + (seat == null ? "nobody" : seat.name()));
    text.append(", timeline ").append(state.timeline());
    text.append(", history ").append(state.historyTimeline());
    text.append(", ").append(state.initialization()).append(' ').append(state.systemIdentifier());
    if (state.paused()) {
      text.append(", paused");
    }
    if (state.failover() != null) {
      text.append(", asked ").append(state.failover().leader());
      text.append(" -> ").append(state.failover().candidate());
      text.append(" at ").append(state.failover().scheduledAt());
    }
    var sync = state.sync();
    if (sync != null) {
      text.append(", ").append(state.config().synchronous());
      text.append(state.config().synchronousModeStrict() ? " strict " : " ");
      text.append(sync.standbys()).append(" quorum ").append(sync.quorum());
    }
    if (!state.failsafe().isEmpty()) {
      text.append(", failsafe ").append(state.failsafe());
    }
    return text.toString();
  }

  private static String line(MemberView member) {
    var text = new StringBuilder("%s %s".formatted(member.name(), member.role()));
    if (member.presence() instanceof Presence.Absent absent) {
      return text.append(" ABSENT, was ").append(absent.lastRole()).toString();
    }
    text.append(", ").append(member.state()).append(", ").append(member.ownRole());
    text.append(", timeline ").append(member.timeline());
    if (!member.role().leads()) {
      text.append(", received ").append(place(member.receiveLsn(), member.receiveLag()));
      text.append(", replayed ").append(place(member.replayLsn(), member.replayLag()));
    }
    if (member.pendingRestart()) {
      text.append(", pending ").append(member.pendingRestartReason());
    }
    if (member.scheduledRestart() != null) {
      text.append(", restart at ").append(member.scheduledRestart().schedule());
    }
    if (!member.tags().values().isEmpty()) {
      text.append(", tags ").append(member.tags().values());
    }
    return text.append(member.pauseSeen() ? ", pause seen" : "").toString();
  }

  private static String place(@Nullable Lsn lsn, @Nullable Long lag) {
    return lsn + " -" + lag;
  }

  private static String wayOut(WayOut wayOut) {
    return wayOut.candidates().stream()
            .map(
                verdict ->
                    verdict.member() + (verdict.can() ? " can" : " can't " + obstacles(verdict)))
            .collect(Collectors.joining(", ", "way out: ", ""))
        + (wayOut.bytesLost().isPresent() ? ", loses " + wayOut.bytesLost().getAsLong() : "");
  }

  private static String obstacles(CandidateVerdict verdict) {
    return verdict.obstacles().stream().map(StateText::obstacle).toList().toString();
  }

  private static String obstacle(Obstacle obstacle) {
    return obstacle.arguments().isEmpty()
        ? obstacle.kind().toString()
        : obstacle.kind() + " " + obstacle.arguments();
  }

  private static String line(Anomaly anomaly) {
    return anomaly.severity() + " " + anomaly.code() + " " + anomaly.arguments();
  }
}

package dev.bascule.topology;

import dev.bascule.patroni.ClusterName;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.PatroniRole;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.topology.ClusterState.Initialization;
import dev.bascule.topology.Presence.Writability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is not as it should be in a state. A healthy cluster has nothing here. */
final class AnomalyRules {
  private final ClusterState state;
  private final ClusterInputs inputs;
  private final List<Anomaly> found;

  private AnomalyRules(ClusterState state, ClusterInputs inputs) {
    this.state = state;
    this.inputs = inputs;
    this.found = new ArrayList<>(state.anomalies());
  }

  /** The state with its anomalies, gravest first; those it has already stay. */
  static ClusterState judged(ClusterState state, ClusterInputs inputs) {
    var anomalies = new AnomalyRules(state, inputs).anomalies();
    return new ClusterState(
        state.id(),
        state.revision(),
        state.observedAt(),
        state.systemIdentifier(),
        state.initialization(),
        state.leader(),
        state.leaderlessSince(),
        state.members(),
        state.config(),
        state.configModRevision(),
        state.optime(),
        state.failover(),
        state.failoverModRevision(),
        state.sync(),
        state.history(),
        state.wayOut(),
        anomalies,
        state.ignoredKeys());
  }

  private List<Anomaly> anomalies() {
    leadership();
    if (!new ClusterName(state.id().cluster()).conforming()) {
      found.add(new Anomaly.NonConformingName(state.id().cluster()));
    }
    state.members().forEach(this::member);
    if (state.paused()) {
      found.add(new Anomaly.Paused());
    }
    synchronousMode();
    var failover = state.failover();
    if (failover != null && failover.scheduled()) {
      var text = failover.scheduledText();
      found.add(new Anomaly.SwitchoverScheduled(text == null ? "" : text));
    }
    return found.stream().sorted(Comparator.comparing(Anomaly::severity)).toList();
  }

  private void leadership() {
    var seat = state.leader();
    if (seat == null) {
      if (state.initialization() == Initialization.INITIALIZED) {
        found.add(new Anomaly.NoLeader(state.leaderlessSince()));
      }
    } else {
      if (state.member(seat.name()).filter(MemberView::seen).isEmpty()) {
        found.add(new Anomaly.LeaderMissing(seat.name()));
      }
      if (state.wayOut().able() == 0 && !state.paused()) {
        found.add(new Anomaly.NoWayOut());
      }
    }
    var primaries =
        state.members().stream()
            .filter(MemberView::seen)
            .filter(member -> member.ownRole() == PatroniRole.PRIMARY)
            .map(MemberView::name)
            .toList();
    if (primaries.size() > 1) {
      found.add(new Anomaly.TwoPrimaries(primaries));
    }
  }

  private void member(MemberView member) {
    var facts = inputs.factsOf(member.name());
    if (!member.conforming()) {
      found.add(new Anomaly.NonConformingName(member.name().value()));
    }
    var identifier = facts.systemIdentifier();
    if (identifier != null
        && !state.systemIdentifier().isEmpty()
        && !identifier.equals(state.systemIdentifier())) {
      found.add(
          new Anomaly.SystemIdentifierApart(member.name(), identifier, state.systemIdentifier()));
    }
    if (facts.failsafeActive()) {
      found.add(new Anomaly.FailsafeActive(member.name()));
    }
    var url = member.apiUrl();
    if (facts.apiUrlForeign() && url != null) {
      found.add(new Anomaly.ForeignApiUrl(member.name(), url));
    }
    switch (member.presence()) {
      case Presence.Absent(var since, var lastRole, var writability) -> {
        found.add(new Anomaly.AbsentMember(member.name(), since, lastRole));
        if (writability == Writability.STILL_WRITABLE) {
          found.add(new Anomaly.StillWritable(member.name(), since));
        }
      }
      case Presence.Seen() -> seen(member);
    }
  }

  private void seen(MemberView member) {
    if (member.pendingRestart()) {
      found.add(
          new Anomaly.PendingRestart(
              member.name(), String.join(", ", member.pendingRestartReason().sequencedKeySet())));
    }
    var restart = member.scheduledRestart();
    if (restart != null) {
      found.add(new Anomaly.RestartScheduled(member.name(), restart.text()));
    }
    if (!member.readable() || member.role().leads() || state.leader() == null) {
      return;
    }
    if (!member.streaming() && !member.tags().noStream()) {
      found.add(new Anomaly.NotStreaming(member.name(), member.state()));
    }
    var leaders = state.leadingMember().map(MemberView::timeline).orElse(0);
    if (member.timeline() > 0 && leaders > 0 && member.timeline() != leaders) {
      found.add(new Anomaly.TimelineApart(member.name(), member.timeline(), leaders));
    }
    var limit = state.config().maximumLagOnFailover();
    var lag = Math.max(orZero(member.receiveLag()), orZero(member.replayLag()));
    if (lag > limit) {
      found.add(new Anomaly.LagAbove(member.name(), lag, limit));
    }
  }

  private static long orZero(@org.jspecify.annotations.Nullable Long value) {
    return value == null ? 0 : value;
  }

  private void synchronousMode() {
    if (state.config().synchronousMode() == SynchronousMode.OFF
        || state.initialization() != Initialization.INITIALIZED) {
      return;
    }
    var sync = state.sync();
    var any =
        sync != null && sync.standbys().stream().anyMatch(name -> seenIgnoringCase(name) != null);
    if (!any) {
      found.add(new Anomaly.SyncWithoutStandby(state.config().synchronousModeStrict()));
    }
  }

  private @org.jspecify.annotations.Nullable MemberView seenIgnoringCase(MemberName name) {
    return state.members().stream()
        .filter(member -> member.seen() && member.name().value().equalsIgnoreCase(name.value()))
        .findFirst()
        .orElse(null);
  }
}

package dev.bascule.topology;

import dev.bascule.patroni.ClusterName;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.PatroniRole;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.topology.ClusterState.Initialization;
import dev.bascule.topology.Presence.Writability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is not as it should be in a state. A healthy cluster has nothing here. */
final class AnomalyRules {
  private final ClusterState state;
  private final Map<MemberName, Lags> lags;
  private final List<Anomaly> found;

  private AnomalyRules(ClusterState state, Map<MemberName, Lags> lags, List<Anomaly> unreadable) {
    this.state = state;
    this.lags = lags;
    this.found = new ArrayList<>(unreadable);
  }

  /** Gravest first, those of what could not be read among them. */
  static List<Anomaly> of(
      ClusterState state, Map<MemberName, Lags> lags, List<Anomaly> unreadable) {
    var rules = new AnomalyRules(state, lags, unreadable);
    rules.cluster();
    state.members().forEach(rules::member);
    return rules.found.stream().sorted(Comparator.comparing(Anomaly::severity)).toList();
  }

  private void cluster() {
    leadership();
    twoPrimaries();
    synchronousMode();
    failsafe();
    if (state.paused()) {
      found.add(new Anomaly.Paused());
    }
    state
        .scheduledSwitchover()
        .ifPresent(
            failover -> found.add(new Anomaly.SwitchoverScheduled(text(failover.scheduledText()))));
    var name = state.id().cluster();
    if (!new ClusterName(name).conforming()) {
      found.add(new Anomaly.NonConformingName(null, name));
    }
  }

  private void leadership() {
    // while its first node is being made nobody has led yet
    if (state.initialization() != Initialization.INITIALIZED
        || (state.optime() == null && state.lastLeader() == null)) {
      return;
    }
    var seat = state.leader();
    if (seat == null) {
      found.add(new Anomaly.NoLeader(state.leaderlessSince()));
    } else {
      var leader = state.member(seat.name()).filter(MemberView::seen);
      if (leader.isEmpty()) {
        found.add(new Anomaly.LeaderMissing(seat.name()));
      } else if (leader.get().readable() && !leader.get().published().running()) {
        found.add(new Anomaly.LeaderNotRunning(seat.name(), leader.get().published().state()));
      }
    }
    if (state.wayOut().ableByHand() == 0) {
      found.add(new Anomaly.NoWayOut());
    }
  }

  private void twoPrimaries() {
    var primaries =
        state.members().stream().filter(AnomalyRules::saysPrimary).map(MemberView::name).toList();
    if (primaries.size() > 1) {
      found.add(new Anomaly.TwoPrimaries(primaries));
    }
  }

  /** By its own answer if it was asked, otherwise by its key. */
  private static boolean saysPrimary(MemberView member) {
    var answered = member.facts().primary();
    if (answered != null) {
      return answered;
    }
    return member.seen() && member.ownRole() == PatroniRole.PRIMARY && member.published().running();
  }

  private void synchronousMode() {
    if (state.config().synchronous() == SynchronousMode.OFF || state.leader() == null) {
      return;
    }
    var any =
        state.members().stream()
            .anyMatch(
                member ->
                    member.seen()
                        && (member.role() == ClusterRole.SYNC_STANDBY
                            || member.role() == ClusterRole.QUORUM_STANDBY));
    if (!any) {
      found.add(new Anomaly.SyncWithoutStandby(state.config().synchronousModeStrict()));
    }
  }

  /** Every member says so when the leader goes on without the DCS; it is about the leader. */
  private void failsafe() {
    var active = state.members().stream().filter(member -> member.facts().failsafeActive());
    var seat = state.leader();
    active
        .map(MemberView::name)
        .findFirst()
        .map(first -> seat == null ? first : seat.name())
        .ifPresent(name -> found.add(new Anomaly.FailsafeActive(name)));
  }

  private void member(MemberView member) {
    var name = member.name();
    if (!member.conforming()) {
      found.add(new Anomaly.NonConformingName(name, name.value()));
    }
    answers(member);
    switch (member.presence()) {
      case Presence.Absent(var since, var lastRole, var writability) ->
          absent(name, since, lastRole, writability);
      case Presence.Seen() -> {
        restAddress(member);
        scheduled(member);
        if (member.readable() && state.leader() != null) {
          replication(member);
        }
      }
    }
  }

  private void absent(
      MemberName name, Instant since, ClusterRole lastRole, Writability writability) {
    found.add(new Anomaly.AbsentMember(name, since, lastRole));
    if (writability == Writability.STILL_WRITABLE) {
      found.add(new Anomaly.StillWritable(name, since));
    }
  }

  private void answers(MemberView member) {
    var identifier = member.facts().systemIdentifier();
    var expected = state.systemIdentifier();
    if (identifier != null && !expected.isEmpty() && !identifier.equals(expected)) {
      found.add(new Anomaly.SystemIdentifierApart(member.name(), identifier, expected));
    }
  }

  private void restAddress(MemberView member) {
    var url = text(member.apiUrl());
    switch (member.restAddress()) {
      case KNOWN, NONE -> {}
      case UNKNOWN_HOST -> found.add(new Anomaly.ForeignApiUrl(member.name(), url, false));
      case REFUSED -> found.add(new Anomaly.ForeignApiUrl(member.name(), url, true));
    }
  }

  private void scheduled(MemberView member) {
    if (member.pendingRestart()) {
      found.add(
          new Anomaly.PendingRestart(
              member.name(), String.join(", ", member.pendingRestartReason().sequencedKeySet())));
    }
    var restart = member.scheduledRestart();
    if (restart != null) {
      found.add(new Anomaly.RestartScheduled(member.name(), restart.text()));
    }
  }

  private void replication(MemberView member) {
    var since = member.notStreamingSince();
    if (!Streaming.asExpected(member, state.standbySource())) {
      found.add(
          new Anomaly.NotStreaming(
              member.name(), member.state(), since == null ? state.observedAt() : since));
    }
    if (member.role().leads()) {
      return;
    }
    var leaders = state.leadingMember().map(MemberView::timeline).orElse(0);
    if (member.timeline() > 0 && leaders > 0 && member.timeline() != leaders) {
      found.add(new Anomaly.TimelineApart(member.name(), member.timeline(), leaders));
    }
    lag(member);
  }

  private void lag(MemberView member) {
    var settled = lags.getOrDefault(member.name(), Lags.asPublished(member));
    var limit = state.config().maximumLagOnFailover();
    var receive = settled.receive();
    var replay = settled.replay();
    if (receive != null && receive > limit) {
      found.add(new Anomaly.LagAbove(member.name(), true, receive, limit));
    } else if (replay != null && replay > limit) {
      found.add(new Anomaly.LagAbove(member.name(), false, replay, limit));
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}

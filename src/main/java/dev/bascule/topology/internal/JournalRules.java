package dev.bascule.topology.internal;

import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.PatroniRole;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.JournalEntry.Kind;
import dev.bascule.topology.MemberView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a step of a cluster means for its history. Pure. */
final class JournalRules {
  private final List<Event> events = new ArrayList<>();

  private JournalRules() {}

  /** Something that happened. */
  record Event(Kind kind, List<String> arguments) {
    Event {
      arguments = List.copyOf(arguments);
    }
  }

  /** What happened in a step; nothing for a step that only moved LSNs. */
  static List<Event> of(ClusterChange change) {
    var rules = new JournalRules();
    var before = change.before();
    var after = change.after();
    if (after == null) {
      rules.add(Kind.CLUSTER_GONE);
    } else if (before == null) {
      rules.add(Kind.CLUSTER_SEEN);
    } else {
      rules.step(before, after, change);
    }
    return rules.events;
  }

  private void step(ClusterState before, ClusterState after, ClusterChange change) {
    leader(before, after, change);
    config(before.config(), after.config());
    failover(before.failover(), after.failover());
    members(before, after);
  }

  private void leader(ClusterState before, ClusterState after, ClusterChange change) {
    if (!change.leaderChanged()) {
      return;
    }
    var old = before.leader();
    var now = after.leader();
    if (now == null) {
      add(Kind.LEADER_LOST, old == null ? "" : old.name().value());
    } else {
      var last = old == null ? before.lastLeader() : old.name();
      add(
          Kind.LEADER_CHANGED,
          last == null ? "" : last.value(),
          now.name().value(),
          settledTimeline(after));
    }
  }

  /** The leader's timeline; empty until it was promoted: before, it tells the one it left. */
  static String settledTimeline(ClusterState state) {
    return state
        .leadingMember()
        .filter(leader -> settled(leader.ownRole()) && leader.timeline() > 0)
        .map(leader -> Integer.toString(leader.timeline()))
        .orElse("");
  }

  private static boolean settled(PatroniRole role) {
    return role == PatroniRole.PRIMARY || role == PatroniRole.STANDBY_LEADER;
  }

  /** The timeline that a leader was promoted to with this step; empty when it wasn't. */
  static Optional<String> promoted(ClusterChange change) {
    var before = change.before();
    var after = change.after();
    if (before == null || after == null || change.leaderChanged()) {
      return Optional.empty();
    }
    var timeline = settledTimeline(after);
    return timeline.isEmpty() || timeline.equals(settledTimeline(before))
        ? Optional.empty()
        : Optional.of(timeline);
  }

  private void config(DynamicConfig before, DynamicConfig after) {
    if (before.equals(after)) {
      return;
    }
    if (before.paused() != after.paused()) {
      add(after.paused() ? Kind.PAUSED : Kind.RESUMED);
    }
    var names = new TreeSet<>(before.names());
    names.addAll(after.names());
    names.remove("pause");
    names.removeIf(name -> before.json(name).equals(after.json(name)));
    if (!names.isEmpty()) {
      add(Kind.CONFIG_CHANGED, String.join(", ", names));
    }
  }

  private void failover(@Nullable FailoverKey before, @Nullable FailoverKey after) {
    if (after != null && after.scheduled()) {
      if (!after.equals(before)) {
        add(
            Kind.SWITCHOVER_SCHEDULED,
            String.valueOf(after.scheduledText()),
            Objects.toString(after.leader(), ""),
            Objects.toString(after.candidate(), ""));
      }
    } else if (before != null && before.scheduled()) {
      add(Kind.SWITCHOVER_UNSCHEDULED);
    }
  }

  private void members(ClusterState before, ClusterState after) {
    var known = new HashSet<>();
    for (var member : before.members()) {
      known.add(member.name());
      after.member(member.name()).ifPresent(now -> member(member, now));
    }
    after.members().stream()
        .filter(member -> !known.contains(member.name()))
        .forEach(member -> add(Kind.MEMBER_JOINED, member.name().value()));
  }

  private void member(MemberView before, MemberView after) {
    var name = after.name().value();
    if (before.seen() && !after.seen()) {
      add(Kind.MEMBER_ABSENT, name, before.role().name());
    } else if (!before.seen() && after.seen()) {
      add(Kind.MEMBER_BACK, name);
    } else if (after.seen() && !before.state().equals(after.state())) {
      add(Kind.MEMBER_STATE, name, before.state(), after.state());
    }
    if (before.pendingRestart() != after.pendingRestart()) {
      if (after.pendingRestart()) {
        add(
            Kind.RESTART_PENDING,
            name,
            String.join(", ", after.pendingRestartReason().sequencedKeySet()));
      } else if (after.seen()) {
        add(Kind.RESTART_NO_LONGER_PENDING, name);
      }
    }
  }

  private void add(Kind kind, String... arguments) {
    events.add(new Event(kind, List.of(arguments)));
  }
}

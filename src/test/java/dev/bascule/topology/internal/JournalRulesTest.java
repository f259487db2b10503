package dev.bascule.topology.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.support.Samples;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.JournalEntry.Kind;
import dev.bascule.topology.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a recorded day of a real cluster leaves in its history. */
class JournalRulesTest {
  private static List<JournalRules.Event> day() {
    var events = new ArrayList<JournalRules.Event>();
    var track = Recorded.track("01-bootstrapped", "maincluster", Recorded.KNOWN_HOSTS);
    for (var changed : Samples.stream()) {
      var before = track.state();
      track = track.changed(changed.revision(), changed.changes(), changed.at());
      events.addAll(JournalRules.of(new ClusterChange(before.id(), before, track.state(), false)));
    }
    return events;
  }

  @Test
  void eachSwitchoverIsALossAndANewLeader() {
    var leaders =
        day().stream()
            .filter(event -> event.kind() == Kind.LEADER_CHANGED)
            .map(event -> event.arguments().get(1))
            .toList();
    assertThat(leaders).startsWith("srv-pg2", "srv-pg1");
  }

  @Test
  void noLeaderIsToldWithTheTimelineThatItLeft() {
    var timelines = new ArrayList<String>();
    var promoted = new ArrayList<String>();
    var track = Recorded.track("01-bootstrapped", "maincluster", Recorded.KNOWN_HOSTS);
    for (var changed : Samples.stream()) {
      var before = track.state();
      track = track.changed(changed.revision(), changed.changes(), changed.at());
      var step = new ClusterChange(before.id(), before, track.state(), false);
      JournalRules.of(step).stream()
          .filter(event -> event.kind() == Kind.LEADER_CHANGED)
          .forEach(event -> timelines.add(event.arguments().get(2)));
      JournalRules.promoted(step).ifPresent(promoted::add);
    }
    // the leader key changes first; the new leader tells its timeline once it was promoted
    assertThat(timelines).startsWith("", "");
    assertThat(promoted).startsWith("2", "3");
  }

  @Test
  void whatWasMissedIsToldAfterSinceWhen() {
    var then = Recorded.at("01-bootstrapped");
    var now = Recorded.at("07-paused");
    var missed = LastSeen.of(then).missed(now);
    assertThat(missed)
        .extracting(JournalRules.Event::kind)
        .contains(Kind.PAUSED)
        .first()
        .isEqualTo(Kind.AWAY);
    assertThat(missed.getFirst().arguments()).containsExactly(then.observedAt().toString());
  }

  @Test
  void nothingMissedIsNoEvent() {
    var state = Recorded.at("01-bootstrapped");
    assertThat(LastSeen.of(state).missed(state)).isEmpty();
  }

  @Test
  void aPauseAndItsEndAreToldOnce() {
    assertThat(day()).filteredOn(event -> event.kind() == Kind.PAUSED).hasSize(1);
    assertThat(day()).filteredOn(event -> event.kind() == Kind.RESUMED).hasSize(1);
  }

  @Test
  void aMovedLsnIsNoEvent() {
    var state = Recorded.at("01-bootstrapped");
    assertThat(JournalRules.of(new ClusterChange(state.id(), state, state, false))).isEmpty();
  }

  @Test
  void aClusterSeenAndGoneIsTold() {
    var state = Recorded.at("01-bootstrapped");
    assertThat(JournalRules.of(new ClusterChange(state.id(), null, state, false)))
        .extracting(JournalRules.Event::kind)
        .containsExactly(Kind.CLUSTER_SEEN);
    assertThat(JournalRules.of(new ClusterChange(state.id(), state, null, false)))
        .extracting(JournalRules.Event::kind)
        .containsExactly(Kind.CLUSTER_GONE);
  }
}

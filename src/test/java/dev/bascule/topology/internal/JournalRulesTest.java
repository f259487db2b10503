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

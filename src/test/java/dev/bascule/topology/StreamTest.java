package dev.bascule.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.dcs.DcsChange;
import dev.bascule.dcs.DcsEntry;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.support.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Following a stream comes to the same as looking anew, at every one of its steps. */
class StreamTest {
  private static final String START = "02-switchover-1";

  @ParameterizedTest
  @ValueSource(strings = {"maincluster", "shopcluster", "solocluster"})
  void everyStepEqualsAFoldOfAllKeys(String cluster) {
    var start = Samples.moment(START);
    Map<String, DcsEntry> all = new LinkedHashMap<>();
    start.entries().forEach(entry -> all.put(entry.key(), entry));
    var track = Recorded.track(START, cluster, Recorded.KNOWN_HOSTS);
    for (var changed : Samples.stream()) {
      for (var change : changed.changes()) {
        switch (change) {
          case DcsChange.Put(var entry) -> all.put(entry.key(), entry);
          case DcsChange.Deleted(var key, var revision) -> all.remove(key);
        }
      }
      track = track.changed(changed.revision(), changed.changes(), changed.at());
      assertSame(track, changed.revision(), List.copyOf(all.values()));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.bascule.support.Samples#momentsOnTheStream")
  void comesPastEveryRecordedMoment(String moment) {
    var listed = Samples.moment(moment);
    for (var cluster : Samples.clusters(listed)) {
      var track = Recorded.followed(moment, cluster);
      assertSame(track, listed.revision(), listed.entries());
    }
  }

  @Test
  void aSecondListingChangesNothing() {
    var track = Recorded.followed("16-after-failover", "maincluster");
    var listed = Samples.moment("16-after-failover");
    var again = track.listed(listed.revision(), listed.entries(), track.state().observedAt());
    assertThat(again.state()).isEqualTo(track.state());
  }

  @Test
  void anEventToldTwiceChangesNothing() {
    var once = Recorded.track(START, "maincluster", Recorded.KNOWN_HOSTS);
    var twice = once;
    for (var changed : Samples.stream()) {
      once = once.changed(changed.revision(), changed.changes(), changed.at());
      twice = twice.changed(changed.revision(), changed.changes(), changed.at());
      twice = twice.changed(changed.revision(), changed.changes(), changed.at());
    }
    assertThat(twice.state()).isEqualTo(once.state());
  }

  /** The keys alone, read from nothing, with what only the steps can know given to them. */
  private static void assertSame(ClusterTrack track, long revision, List<DcsEntry> entries) {
    var state = track.state();
    var id = new ClusterId("lab", state.id().cluster());
    var keys =
        ClusterKeys.none(id, Samples.PREFIX, state.observedAt())
            .listed(revision, entries, state.observedAt());
    var anew = ClusterFold.fold(keys, track.memory(), track.around(), state.observedAt());
    assertThat(state)
        .as("revision %d", revision)
        .usingRecursiveComparison()
        .withEqualsForType(Object::equals, DynamicConfig.class)
        // when a value was first seen decides which lag is judged, too
        .ignoringFieldsMatchingRegexes(".*publishedAt", "optimeAt", "wayOut.*", "anomalies.*")
        .isEqualTo(anew);
    var settled = track.asOf(state.observedAt().plusSeconds(60)).state();
    var settledAnew =
        ClusterFold.fold(keys, track.memory(), track.around(), state.observedAt().plusSeconds(60));
    assertThat(settled.wayOut()).as("revision %d", revision).isEqualTo(settledAnew.wayOut());
    assertThat(settled.anomalies()).as("revision %d", revision).isEqualTo(settledAnew.anomalies());
  }

  @Test
  void raisesOnlyWhatIsThereOnTheWay() {
    Map<String, TreeSet<Long>> raised = new LinkedHashMap<>();
    var track = Recorded.track(START, "maincluster", Recorded.KNOWN_HOSTS);
    for (var changed : Samples.stream()) {
      track = track.changed(changed.revision(), changed.changes(), changed.at());
      for (var anomaly : track.state().anomalies()) {
        raised.computeIfAbsent(anomaly.code(), code -> new TreeSet<>()).add(changed.revision());
      }
    }
    assertThat(raised.keySet())
        .containsExactlyInAnyOrder(
            "no-leader",
            "not-streaming",
            "timeline-apart",
            "switchover-scheduled",
            "pending-restart",
            "restart-scheduled",
            "paused",
            "sync-without-standby",
            "no-way-out",
            "absent-member",
            "two-primaries");
    // Patroni came back beside a PostgreSQL that was still primary on the old timeline
    assertThat(raised.get("two-primaries")).containsExactly(232L);
    // before the first synchronous standby was chosen
    assertThat(raised.get("sync-without-standby")).containsExactly(122L, 123L);
    assertThat(raised.get("no-way-out")).containsExactly(123L);
    // since the scheduled one was written until it was flushed, and again by REST
    assertThat(raised.get("switchover-scheduled")).containsExactly(79L, 80L, 82L);
    assertThat(raised.get("paused")).containsExactly(114L, 115L, 116L, 117L);
  }

  @Test
  void nobodyLeadsExactlyWhileTheKeyIsGone() {
    var track = Recorded.track(START, "maincluster", Recorded.KNOWN_HOSTS);
    var gone = new ArrayList<Long>();
    for (var changed : Samples.stream()) {
      track = track.changed(changed.revision(), changed.changes(), changed.at());
      if (track.state().leader() == null) {
        gone.add(changed.revision());
        assertThat(track.state().anomalies().getFirst()).isInstanceOf(Anomaly.NoLeader.class);
        assertThat(track.state().lastLeader()).isNotNull();
      }
    }
    assertThat(gone)
        .containsExactly(
            38L, 39L, 40L, 41L, 59L, 60L, 61L, 62L, 165L, 166L, 167L, 183L, 184L, 185L, 186L, 202L,
            203L, 204L, 205L, 222L, 240L);
  }
}

package dev.bascule.patroni.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.CrossCheck.Difference;
import dev.bascule.patroni.rest.CrossCheck.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CrossCheckTest {
  private static final MemberName PG2 = new MemberName("srv-pg2");

  @Test
  void readsAClusterWithLags() {
    var cluster = ClusterReader.read(RestSamples.body("lag-get-cluster")).orElseThrow();
    assertThat(cluster.scope()).isEqualTo("maincluster");
    assertThat(cluster.leader().orElseThrow().name().value()).isEqualTo("srv-pg1");
    var lagging = cluster.members().get(2);
    assertThat(lagging.replayLag()).isEqualTo(29031896L);
    assertThat(lagging.receiveLag()).isZero();
    assertThat(cluster.members().getFirst().receiveLag()).isNull();
    assertThat(cluster.scheduled()).isNull();
  }

  @Test
  void readsPauseAndSchedule() {
    var paused = ClusterReader.read(RestSamples.body("paused-get-cluster")).orElseThrow();
    assertThat(paused.paused()).isTrue();
    var planned =
        ClusterReader.read(RestSamples.body("cluster-scheduled-switchover")).orElseThrow();
    var scheduled = Objects.requireNonNull(planned.scheduled());
    assertThat(scheduled.to()).isEqualTo(PG2);
    assertThat(scheduled.at()).isEqualTo("2026-11-23T06:40:00Z");
  }

  @Test
  void agreesWhileTheDcsIsThere() {
    var first = quorumLost().getFirst();
    assertThat(CrossCheck.compare(first.cluster(), first.own())).isEmpty();
  }

  @Test
  void seesThatClusterWentOnNamingALeaderThatHadSteppedDown() {
    var last = quorumLost().getLast();
    assertThat(last.cluster().leader().orElseThrow().name()).isEqualTo(PG2);
    assertThat(CrossCheck.compare(last.cluster(), last.own()))
        .containsExactly(new Difference(PG2, Kind.DOES_NOT_LEAD, "leader", "replica"));
  }

  @Test
  void doesNotJudgeWhoDidNotAnswer() {
    assertThat(CrossCheck.compare(quorumLost().getLast().cluster(), Map.of())).isEmpty();
  }

  private record Moment(RestCluster cluster, Map<MemberName, PatroniStatus> own) {}

  /** The recording of a lost quorum: at each moment two nodes' own words, then {@code /cluster}. */
  private static List<Moment> quorumLost() {
    var moments = new ArrayList<Moment>();
    var own = new HashMap<MemberName, PatroniStatus>();
    for (var line : RestSamples.lines("quorum-lost")) {
      if (line.startsWith("{")) {
        var body = line.getBytes(StandardCharsets.UTF_8);
        StatusReader.read(body)
            .ifPresent(status -> own.put(Objects.requireNonNull(status.name()), status));
        ClusterReader.read(body)
            .ifPresent(cluster -> moments.add(new Moment(cluster, Map.copyOf(own))));
      }
    }
    return moments;
  }
}

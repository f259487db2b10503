package dev.bascule.topology.internal.live;

import static dev.bascule.topology.internal.live.Statuses.heldByFailsafe;
import static dev.bascule.topology.internal.live.Statuses.pausedPrimary;
import static dev.bascule.topology.internal.live.Statuses.primary;
import static dev.bascule.topology.internal.live.Statuses.replica;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.dcs.DcsMember;
import dev.bascule.dcs.DcsTrouble;
import dev.bascule.topology.Sight.Blindness;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlindnessJudgeTest {
  private static final List<DcsMember> ALL_AWAY = members(DcsMember.State.AWAY);

  private static List<DcsMember> members(DcsMember.State... states) {
    return List.of(states).stream()
        .map(state -> new DcsMember("https://e:2379", state, null, 0, 0, DcsTrouble.TIMED_OUT))
        .toList();
  }

  @Test
  void blamesTheConsolesWayWhileClustersAreLed() {
    var clusters = List.of(List.of(primary("a"), replica("b")));
    assertThat(BlindnessJudge.judge(ALL_AWAY, clusters)).isEqualTo(Blindness.CONSOLE_CUT_OFF);
  }

  @Test
  void seesALostQuorumWhereADcsMemberHasNoLeader() {
    var clusters = List.of(List.of(primary("a"), replica("b")));
    var members = members(DcsMember.State.AWAY, DcsMember.State.AWAY, DcsMember.State.LEADERLESS);
    assertThat(BlindnessJudge.judge(members, clusters)).isEqualTo(Blindness.QUORUM_LOST);
  }

  @Test
  void seesALostQuorumWhereNobodyLeadsAnyMore() {
    var clusters = List.of(List.of(replica("a"), replica("b")), List.of(replica("c")));
    assertThat(BlindnessJudge.judge(ALL_AWAY, clusters)).isEqualTo(Blindness.QUORUM_LOST);
  }

  @Test
  void oneLedClusterIsEnoughToProveThatTheDcsLives() {
    var clusters = List.of(List.of(replica("a")), List.of(primary("c")));
    assertThat(BlindnessJudge.judge(ALL_AWAY, clusters)).isEqualTo(Blindness.CONSOLE_CUT_OFF);
  }

  @Test
  void aPausedClusterProvesNothing() {
    var clusters = List.of(List.of(pausedPrimary("a"), replica("b")));
    assertThat(BlindnessJudge.judge(ALL_AWAY, clusters)).isEqualTo(Blindness.QUORUM_LOST);
  }

  @Test
  void seesThatFailsafeHolds() {
    var clusters = List.of(List.of(heldByFailsafe("a"), replica("b")));
    assertThat(BlindnessJudge.judge(ALL_AWAY, clusters)).isEqualTo(Blindness.FAILSAFE_HOLDS);
  }

  @Test
  void doesNotKnowWhereNobodyAnswers() {
    assertThat(BlindnessJudge.judge(ALL_AWAY, List.of(List.of()))).isEqualTo(Blindness.UNKNOWN);
    assertThat(BlindnessJudge.judge(List.of(), List.of())).isEqualTo(Blindness.UNKNOWN);
  }
}

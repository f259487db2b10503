package dev.bascule.topology.internal.live;

import dev.bascule.dcs.DcsMember;
import dev.bascule.patroni.rest.PatroniStatus;
import dev.bascule.topology.Sight.Blindness;
import java.util.Collection;
import java.util.List;

/** Whose trouble it is when the console doesn't see a DCS. Pure. */
final class BlindnessJudge {
  private BlindnessJudge() {}

  /**
   * Judges by what the DCS's own members and the clusters' members answer.
   *
   * <p>That a member heard of the DCS lately says little: with the quorum lost it went on saying
   * so. But without the DCS no leader stays one, unless failsafe mode holds it.
   *
   * @param members of the DCS, as far as they answered
   * @param clusters for each cluster asked, what its members that answered said
   */
  static Blindness judge(List<DcsMember> members, Collection<List<PatroniStatus>> clusters) {
    var heard = clusters.stream().filter(cluster -> !cluster.isEmpty()).toList();
    if (heard.stream().anyMatch(BlindnessJudge::failsafe)) {
      return Blindness.FAILSAFE_HOLDS;
    }
    if (members.stream().anyMatch(member -> member.state() == DcsMember.State.LEADERLESS)) {
      return Blindness.QUORUM_LOST;
    }
    if (heard.isEmpty()) {
      return Blindness.UNKNOWN;
    }
    return heard.stream().anyMatch(BlindnessJudge::led)
        ? Blindness.CONSOLE_CUT_OFF
        : Blindness.QUORUM_LOST;
  }

  private static boolean failsafe(List<PatroniStatus> cluster) {
    return cluster.stream().anyMatch(PatroniStatus::failsafeActive);
  }

  /** Led by Patroni: a paused cluster keeps its primary without any DCS, so it proves nothing. */
  private static boolean led(List<PatroniStatus> cluster) {
    return cluster.stream()
        .anyMatch(
            status ->
                status.running()
                    && !status.paused()
                    && !status.clusterUnlocked()
                    && (status.takesWrites() || status.roleWord().equals("standby_leader")));
  }
}

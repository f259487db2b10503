package dev.bascule.topology;

import dev.bascule.patroni.MemberName;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What would happen if the leader died now.
 *
 * @param candidates every member that doesn't lead, by name
 * @param bytesLost bytes that the best candidate lacks of the leader's last published place; empty
 *     when unknown or nobody could take over, not even by hand
 * @param dcsMembersThatMayGo how many members the DCS may still lose; empty when unknown
 */
public record WayOut(
    List<CandidateVerdict> candidates, OptionalLong bytesLost, OptionalInt dcsMembersThatMayGo) {
  /** Nothing is known. */
  static final WayOut NONE = new WayOut(List.of(), OptionalLong.empty(), OptionalInt.empty());

  /** Copies. */
  public WayOut {
    candidates = List.copyOf(candidates);
  }

  /** How many could take over. */
  public long able() {
    return candidates.stream().filter(CandidateVerdict::can).count();
  }

  /** How many could take over when a person asks for it. */
  public long ableByHand() {
    return candidates.stream().filter(CandidateVerdict::canByHand).count();
  }

  /** The verdict on a member; empty for the leader and for one that isn't known. */
  public Optional<CandidateVerdict> verdict(MemberName member) {
    return candidates.stream().filter(verdict -> verdict.member().equals(member)).findFirst();
  }
}

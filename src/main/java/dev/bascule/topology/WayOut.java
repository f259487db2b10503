package dev.bascule.topology;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What would happen if the leader died now.
 *
 * @param candidates every member that doesn't lead, by name
 * @param bytesLost bytes that the best candidate lacks of the leader's last published place; empty
 *     when unknown or nobody could take over
 * @param dcsMembersThatMayGo how many members the DCS may still lose; empty when unknown
 */
public record WayOut(
    List<CandidateVerdict> candidates, OptionalLong bytesLost, OptionalInt dcsMembersThatMayGo) {
  /** Copies. */
  public WayOut {
    candidates = List.copyOf(candidates);
  }

  /** How many could take over. */
  public long able() {
    return candidates.stream().filter(CandidateVerdict::can).count();
  }

  /** The same with another number of DCS members. */
  public WayOut withDcsMembersThatMayGo(OptionalInt members) {
    return new WayOut(candidates, bytesLost, members);
  }
}

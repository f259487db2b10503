package dev.bascule.approval;

import dev.bascule.access.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * How a proposal stands.
 *
 * @param votes oldest first
 * @param withdrawn whether it was taken back, or ended because what it asked for is no longer so
 */
public record Standing(Proposal proposal, List<Vote> votes, boolean withdrawn) {
  /** Copies. */
  public Standing {
    votes = List.copyOf(votes);
  }

  /** What came of it. */
  public enum Phase {
    /** Votes are missing. */
    OPEN,
    /** Enough people agreed, and the agreement still holds. */
    AGREED,
    /** Somebody refused. */
    REJECTED,
    /** Its time is over. */
    EXPIRED,
    /** It was taken back. */
    WITHDRAWN
  }

  /** The phase at that instant. A refusal is final even when the time is over. */
  public Phase at(Instant now) {
    if (withdrawn) {
      return Phase.WITHDRAWN;
    }
    if (votes.stream().anyMatch(vote -> vote.answer() == Vote.Answer.REJECTED)) {
      return Phase.REJECTED;
    }
    if (!now.isBefore(proposal.expiresAt())) {
      return Phase.EXPIRED;
    }
    return missing() == 0 ? Phase.AGREED : Phase.OPEN;
  }

  /** How many approvals are still needed. */
  public int missing() {
    return Math.max(0, proposal.policy().approvals() - agreeing());
  }

  /** Whether this person already answered. */
  public boolean answeredBy(PersonId person) {
    return votes.stream().anyMatch(vote -> vote.voter().equals(person));
  }

  private int agreeing() {
    return (int)
        votes.stream()
            .filter(vote -> vote.answer() == Vote.Answer.APPROVED)
            .filter(vote -> vote.hash().equals(proposal.hash()))
            .filter(vote -> !vote.voter().equals(proposal.requester()))
            .map(Vote::voter)
            .distinct()
            .count();
  }
}

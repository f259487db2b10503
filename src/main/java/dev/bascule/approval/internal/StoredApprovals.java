package dev.bascule.approval.internal;

import dev.bascule.access.Actor;
import dev.bascule.approval.Approvals;
import dev.bascule.approval.NotCounted;
import dev.bascule.approval.NotCounted.Reason;
import dev.bascule.approval.PlanHash;
import dev.bascule.approval.Proposal;
import dev.bascule.approval.ProposalId;
import dev.bascule.approval.Standing;
import dev.bascule.approval.Vote;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts votes. The database refuses once more what is refused here. */
@Component
class StoredApprovals implements Approvals {
  private final ProposalTable proposals;
  private final Clock clock;

  StoredApprovals(ProposalTable proposals, Clock clock) {
    this.proposals = proposals;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void open(Proposal proposal) {
    proposals.insert(proposal);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Standing vote(
      ProposalId id, Actor voter, Vote.Answer answer, PlanHash seen, String comment) {
    Standing before =
        proposals
            .lock(id)
            .orElseThrow(() -> new IllegalArgumentException("there is no proposal " + id));
    Vote vote =
        new Vote(
            voter.id(),
            voter.name(),
            answer,
            seen,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            comment);
    refuse(before, voter, vote);
    proposals.insert(id, before.proposal().requester(), vote);
    return proposals.find(id).orElseThrow();
  }

  private static void refuse(Standing before, Actor voter, Vote vote) {
    Proposal proposal = before.proposal();
    if (proposal.requester().equals(voter.id())) {
      throw new NotCounted(Reason.OWN_REQUEST);
    }
    if (!proposal.mayBeAnsweredBy(voter)) {
      throw new NotCounted(Reason.NO_RIGHT);
    }
    if (before.answeredBy(voter.id())) {
      throw new NotCounted(Reason.ALREADY_ANSWERED);
    }
    switch (before.at(vote.at())) {
      case REJECTED, WITHDRAWN -> throw new NotCounted(Reason.CLOSED);
      case EXPIRED -> throw new NotCounted(Reason.EXPIRED);
      case AGREED -> {
        // enough agreed already, but a refusal still stops what has not begun
        if (vote.answer() == Vote.Answer.APPROVED) {
          throw new NotCounted(Reason.CLOSED);
        }
      }
      case OPEN -> {
        // any answer counts
      }
    }
    if (!proposal.hash().equals(vote.hash())) {
      throw new NotCounted(Reason.ANOTHER_PLAN);
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdraw(ProposalId id) {
    proposals.withdraw(id);
  }

  @Override
  public Optional<Standing> standing(ProposalId id) {
    return proposals.find(id);
  }
}

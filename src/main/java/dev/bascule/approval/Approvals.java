package dev.bascule.approval;

import dev.bascule.access.Actor;
import java.util.Optional;

/**
 * Proposals and their votes, kept. Every method joins the caller's transaction, so that the
 * caller's own state, the vote and the audit entry are one.
 */
public interface Approvals {
  /** Keeps a proposal. */
  void open(Proposal proposal);

  /**
   * Counts an answer.
   *
   * @param seen the hash of what the voter looked at
   * @return how it stands now
   * @throws NotCounted when it doesn't count; nothing is changed then
   */
  Standing vote(ProposalId id, Actor voter, Vote.Answer answer, PlanHash seen, String comment);

  /** Ends a proposal that nobody refused; votes stay readable. */
  void withdraw(ProposalId id);

  /** How it stands; empty when there is no such proposal. */
  Optional<Standing> standing(ProposalId id);
}

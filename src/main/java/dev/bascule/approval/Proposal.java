package dev.bascule.approval;

import dev.bascule.access.PersonId;
import java.time.Instant;

/**
 * Something that somebody asks others to agree to.
 *
 * @param subject what kind of thing it is, a stable code such as {@code operation}
 * @param environment where it acts; who agrees must have rights there; empty: everywhere
 * @param hash what exactly is asked
 * @param expiresAt after that nobody can agree and an agreement holds no more
 */
public record Proposal(
    ProposalId id,
    String subject,
    String environment,
    PersonId requester,
    PlanHash hash,
    ApprovalPolicy policy,
    Instant askedAt,
    Instant expiresAt) {
  /** Refuses a proposal that would be over before it began. */
  public Proposal {
    if (!expiresAt.isAfter(askedAt)) {
      throw new IllegalArgumentException("a proposal lasts longer than nothing");
    }
  }
}

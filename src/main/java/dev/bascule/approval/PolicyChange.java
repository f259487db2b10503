package dev.bascule.approval;

import dev.bascule.access.PersonId;
import java.time.Instant;

/**
 * A change of the policies that waits for a second person.
 *
 * @param before what holds now in the same scope
 */
public record PolicyChange(
    ProposalId id,
    PolicyRule rule,
    ApprovalPolicy before,
    PersonId requester,
    String requesterName,
    String reason,
    PlanHash hash,
    Instant askedAt) {}

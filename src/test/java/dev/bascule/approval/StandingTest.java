package dev.bascule.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.access.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has agreed, and to what. */
class StandingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final PersonId REQUESTER = PersonId.random();
  private static final PlanHash HASH = PlanHash.of("the plan");
  private static final PlanHash OTHER = PlanHash.of("another plan");

  private static Standing standing(int approvals, Vote... votes) {
    var proposal =
        new Proposal(
            ProposalId.fresh(),
            Proposal.Subject.OPERATION,
            "production",
            REQUESTER,
            HASH,
            new ApprovalPolicy(approvals, Duration.ofHours(1)),
            NOW,
            NOW.plus(Duration.ofHours(1)));
    return new Standing(proposal, List.of(votes), false);
  }

  private static Vote vote(PersonId voter, Vote.Answer answer, PlanHash hash) {
    return new Vote(voter, "somebody", answer, hash, NOW, "");
  }

  private static Vote yes() {
    return vote(PersonId.random(), Vote.Answer.APPROVED, HASH);
  }

  @Test
  void oneOtherPersonIsEnoughForAPolicyOfOne() {
    assertThat(standing(1).at(NOW)).isEqualTo(Standing.Phase.OPEN);
    assertThat(standing(1, yes()).at(NOW)).isEqualTo(Standing.Phase.AGREED);
  }

  @Test
  void whoAsksNeverCounts() {
    assertThat(standing(1, vote(REQUESTER, Vote.Answer.APPROVED, HASH)).at(NOW))
        .isEqualTo(Standing.Phase.OPEN);
  }

  @Test
  void theSamePersonTwiceCountsOnce() {
    Vote twice = yes();
    assertThat(standing(2, twice, twice).missing()).isEqualTo(1);
  }

  @Test
  void anAgreementToAnotherPlanDoesNotCount() {
    assertThat(standing(1, vote(PersonId.random(), Vote.Answer.APPROVED, OTHER)).at(NOW))
        .isEqualTo(Standing.Phase.OPEN);
  }

  @Test
  void oneRefusalEndsIt() {
    assertThat(standing(1, yes(), vote(PersonId.random(), Vote.Answer.REJECTED, HASH)).at(NOW))
        .isEqualTo(Standing.Phase.REJECTED);
  }

  @Test
  void anAgreementHoldsNoLongerThanItsTime() {
    Standing agreed = standing(1, yes());
    assertThat(agreed.at(NOW.plus(Duration.ofMinutes(59)))).isEqualTo(Standing.Phase.AGREED);
    assertThat(agreed.at(NOW.plus(Duration.ofHours(1)))).isEqualTo(Standing.Phase.EXPIRED);
  }

  @Test
  void whatWasTakenBackIsNotAgreed() {
    Standing agreed = standing(1, yes());
    assertThat(new Standing(agreed.proposal(), agreed.votes(), true).at(NOW))
        .isEqualTo(Standing.Phase.WITHDRAWN);
  }

  @Test
  void aPolicyThatAsksNobodyIsAgreedAtOnce() {
    assertThat(standing(0).at(NOW)).isEqualTo(Standing.Phase.AGREED);
  }
}

package dev.bascule.approval.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.Right;
import dev.bascule.approval.ApprovalPolicy;
import dev.bascule.approval.NotCounted;
import dev.bascule.approval.PolicyRule;
import dev.bascule.approval.ProposalId;
import dev.bascule.approval.Vote.Answer;
import dev.bascule.support.Database;
import dev.bascule.support.MemoryAudit;
import dev.bascule.support.MovingClock;
import dev.bascule.support.StrictPermissions;
import dev.bascule.support.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariant 6, second half: changing the policy itself needs a second person. */
@ParameterizedClass
@EnumSource
class StoredPoliciesTest {
  private static final ApprovalPolicy NOBODY = new ApprovalPolicy(0, Duration.ofHours(2));

  private final MemoryAudit audit = new MemoryAudit();
  private final StoredPolicies policies;
  private final Actor ada;
  private final Actor ben;
  private final Actor vera;

  StoredPoliciesTest(Database kind) {
    TestDatabase database = kind.fresh();
    var clock = new MovingClock();
    policies =
        new StoredPolicies(
            new PolicyTable(database.client()),
            new StoredApprovals(new ProposalTable(database.client()), clock),
            audit,
            new StrictPermissions(),
            database.transactions(),
            clock);
    ada = Voters.person(database, "ada", Right.MANAGE_POLICY);
    ben = Voters.person(database, "ben", Right.MANAGE_POLICY);
    vera = Voters.person(database, "vera", Right.APPROVE);
  }

  private ProposalId proposed() {
    return policies.propose(ada, new PolicyRule("dev", "", NOBODY), "nobody is harmed in dev");
  }

  private void answer(Actor actor, ProposalId id, Answer answer) {
    policies.answer(actor, id, answer, policies.waiting().getFirst().hash(), "");
  }

  @Test
  void fromTheBeginningOneOtherPersonHasToAgree() {
    assertThat(policies.policyFor("production", "high")).isEqualTo(ApprovalPolicy.DEFAULT);
    assertThat(ApprovalPolicy.DEFAULT.approvals()).isEqualTo(1);
  }

  @Test
  void aProposedPolicyIsNotInForce() {
    proposed();
    assertThat(policies.policyFor("dev", "low").approvals()).isEqualTo(1);
    assertThat(policies.waiting()).hasSize(1);
  }

  @Test
  void refusesThatTheOneWhoProposesAlsoAgrees() {
    ProposalId id = proposed();
    assertThatThrownBy(() -> answer(ada, id, Answer.APPROVED)).isInstanceOf(NotCounted.class);
    assertThat(policies.policyFor("dev", "low").approvals()).isEqualTo(1);
  }

  @Test
  void refusesWhoMayNotManagePolicies() {
    ProposalId id = proposed();
    assertThatThrownBy(() -> answer(vera, id, Answer.APPROVED)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(
            () -> policies.propose(vera, new PolicyRule("", "", NOBODY), "less work for me"))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void aSecondPersonPutsItInForceWhereItWasMeantAndNowhereElse() {
    answer(ben, proposed(), Answer.APPROVED);
    assertThat(policies.policyFor("dev", "low")).isEqualTo(NOBODY);
    assertThat(policies.policyFor("production", "low").approvals()).isEqualTo(1);
    assertThat(policies.waiting()).isEmpty();
    assertThat(audit.actions()).containsExactly("policy.proposed", "policy.changed");
  }

  @Test
  void aRejectedChangeIsGone() {
    answer(ben, proposed(), Answer.REJECTED);
    assertThat(policies.policyFor("dev", "low").approvals()).isEqualTo(1);
    assertThat(policies.waiting()).isEmpty();
  }

  @Test
  void theMostSpecialRuleWins() {
    var two = new ApprovalPolicy(2, Duration.ofHours(1));
    var three = new ApprovalPolicy(3, Duration.ofHours(1));
    answer(
        ben,
        policies.propose(ada, new PolicyRule("", "high", two), "high is high"),
        Answer.APPROVED);
    answer(
        ben,
        policies.propose(ada, new PolicyRule("production", "high", three), "and higher"),
        Answer.APPROVED);
    assertThat(policies.policyFor("production", "high")).isEqualTo(three);
    assertThat(policies.policyFor("dev", "high")).isEqualTo(two);
    assertThat(policies.policyFor("production", "low").approvals()).isEqualTo(1);
    assertThat(policies.rules()).extracting(PolicyRule::weight).containsExactly(3, 1, 0);
  }
}

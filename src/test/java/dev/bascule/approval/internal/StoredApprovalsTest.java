package dev.bascule.approval.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.Actor;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.approval.ApprovalPolicy;
import dev.bascule.approval.NotCounted;
import dev.bascule.approval.NotCounted.Reason;
import dev.bascule.approval.PlanHash;
import dev.bascule.approval.Proposal;
import dev.bascule.approval.ProposalId;
import dev.bascule.approval.Standing;
import dev.bascule.approval.Standing.Phase;
import dev.bascule.approval.Vote.Answer;
import dev.bascule.support.Database;
import dev.bascule.support.MovingClock;
import dev.bascule.support.TestDatabase;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may agree, to what and until when. */
@ParameterizedClass
@EnumSource
class StoredApprovalsTest {
  private static final PlanHash HASH = PlanHash.of("the plan");

  private final TestDatabase database;
  private final MovingClock clock = new MovingClock();
  private final StoredApprovals approvals;
  private final Actor dana;
  private final Actor amir;

  StoredApprovalsTest(Database kind) {
    database = kind.fresh();
    approvals = new StoredApprovals(new ProposalTable(database.client()), clock);
    dana = Voters.person(database, "dana", Right.REQUEST, Right.APPROVE);
    amir = Voters.person(database, "amir", Right.APPROVE);
  }

  private ProposalId asked(int needed) {
    var proposal =
        new Proposal(
            ProposalId.fresh(),
            Proposal.Subject.OPERATION,
            "production",
            dana.id(),
            HASH,
            new ApprovalPolicy(needed, Duration.ofHours(1)),
            clock.instant(),
            clock.instant().plus(Duration.ofHours(1)));
    return database.inTransaction(
        () -> {
          approvals.open(proposal);
          return proposal.id();
        });
  }

  private Standing vote(ProposalId id, Actor voter, Answer answer, PlanHash seen) {
    return database.inTransaction(() -> approvals.vote(id, voter, answer, seen, "looked at it"));
  }

  private void assertNotCounted(ProposalId id, Actor voter, Answer answer, Reason reason) {
    int before = approvals.standing(id).orElseThrow().votes().size();
    assertThatThrownBy(() -> vote(id, voter, answer, HASH))
        .isInstanceOfSatisfying(
            NotCounted.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(approvals.standing(id).orElseThrow().votes()).hasSize(before);
  }

  @Test
  void anotherPersonsAgreementIsEnough() {
    assertThat(vote(asked(1), amir, Answer.APPROVED, HASH).at(clock.instant()))
        .isEqualTo(Phase.AGREED);
  }

  @Test
  void refusesApprovalByRequester() {
    assertNotCounted(asked(1), dana, Answer.APPROVED, Reason.OWN_REQUEST);
  }

  @Test
  void refusesApprovalByRequesterUnderAnotherNameOfTheSamePerson() {
    Actor renamed =
        Actor.person(dana.id(), "dana.admin", Set.of(Right.APPROVE), Scope.all(), "10.0.0.9");
    assertNotCounted(asked(1), renamed, Answer.APPROVED, Reason.OWN_REQUEST);
  }

  @Test
  void refusesWhoHasNoRightToApprove() {
    Actor vera = Voters.person(database, "vera", Right.VIEW);
    assertNotCounted(asked(1), vera, Answer.APPROVED, Reason.NO_RIGHT);
  }

  @Test
  void refusesWhoseRightDoesNotReachTheEnvironment() {
    Actor devi = Voters.person(database, "devi", Scope.of(Set.of("dev")), Right.APPROVE);
    assertNotCounted(asked(1), devi, Answer.APPROVED, Reason.NO_RIGHT);
  }

  @Test
  void refusesTheConsoleItselfAndTokens() {
    assertNotCounted(asked(1), Actor.system("schedule"), Answer.APPROVED, Reason.NO_RIGHT);
    assertNotCounted(asked(1), Actor.token("ci", "10.0.0.2"), Answer.APPROVED, Reason.NO_RIGHT);
  }

  @Test
  void refusesASecondAnswerOfTheSamePerson() {
    ProposalId id = asked(2);
    vote(id, amir, Answer.APPROVED, HASH);
    assertNotCounted(id, amir, Answer.APPROVED, Reason.ALREADY_ANSWERED);
  }

  @Test
  void refusesAnAgreementToSomethingElseThanIsAsked() {
    ProposalId id = asked(1);
    assertThatThrownBy(() -> vote(id, amir, Answer.APPROVED, PlanHash.of("yesterday's plan")))
        .isInstanceOfSatisfying(
            NotCounted.class, no -> assertThat(no.reason()).isEqualTo(Reason.ANOTHER_PLAN));
  }

  @Test
  void refusesAnAnswerAfterItsTime() {
    ProposalId id = asked(1);
    clock.move(Duration.ofHours(1));
    assertNotCounted(id, amir, Answer.APPROVED, Reason.EXPIRED);
  }

  @Test
  void refusesAnAnswerToWhatWasTakenBack() {
    ProposalId id = asked(1);
    database.inTransaction(
        () -> {
          approvals.withdraw(id);
          return true;
        });
    assertNotCounted(id, amir, Answer.APPROVED, Reason.CLOSED);
  }

  @Test
  void aRefusalStopsEvenWhatEnoughPeopleAgreedTo() {
    ProposalId id = asked(1);
    vote(id, amir, Answer.APPROVED, HASH);
    Actor aisha = Voters.person(database, "aisha", Right.APPROVE);
    assertThat(vote(id, aisha, Answer.REJECTED, HASH).at(clock.instant()))
        .isEqualTo(Phase.REJECTED);
  }

  @Test
  void ofManyAnswersAtOnceOneWinsAndTheOthersAreTold() {
    ProposalId id = asked(1);
    var voters =
        Stream.of("a", "b", "c", "d", "e")
            .map(name -> Voters.person(database, name, Right.APPROVE))
            .toList();
    var counted =
        voters.stream()
            .map(
                voter ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            vote(id, voter, Answer.APPROVED, HASH);
                            return true;
                          } catch (NotCounted e) {
                            return false;
                          }
                        }))
            .toList()
            .stream()
            .filter(CompletableFuture::join)
            .count();
    assertThat(counted).isEqualTo(1);
    assertThat(approvals.standing(id).orElseThrow().votes()).hasSize(1);
  }
}

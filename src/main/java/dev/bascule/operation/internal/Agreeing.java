package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;
import dev.bascule.approval.Approvals;
import dev.bascule.approval.NotCounted;
import dev.bascule.approval.PlanHash;
import dev.bascule.approval.Standing;
import dev.bascule.approval.Vote;
import dev.bascule.audit.AuditResult;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Moment;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.internal.Rehearsal.Rehearsed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Votes on requests, and taking them back. */
@Component
final class Agreeing {
  private final Rehearsal rehearsal;
  private final Approvals approvals;
  private final Permissions permissions;
  private final StoredRequests requests;
  private final StoredSheets sheets;
  private final Transitions transitions;
  private final Records records;
  private final Clock clock;

  Agreeing(
      Rehearsal rehearsal,
      Approvals approvals,
      Permissions permissions,
      StoredRequests requests,
      StoredSheets sheets,
      Transitions transitions,
      Records records,
      Clock clock) {
    this.rehearsal = rehearsal;
    this.approvals = approvals;
    this.permissions = permissions;
    this.requests = requests;
    this.sheets = sheets;
    this.transitions = transitions;
    this.records = records;
    this.clock = clock;
  }

  void approve(Actor actor, RequestId id, PlanHash seen, Set<String> acknowledged, String comment) {
    Request request = find(id);
    may(actor, request, "approve");
    String remark = Reasons.optional(comment);
    if (!request.state().waiting()) {
      throw wrongState(request);
    }
    Rehearsed now = rehearsal.again(request);
    Sheet asked = Objects.requireNonNull(sheets.of(id).get(Moment.ASKED));
    if (Readiness.of(request, asked, now.plan()) instanceof Readiness.Changed changed) {
      voided(actor, id, changed);
      throw RequestRefused.because(
          Refusal.Code.ANOTHER_PLAN, Phrase.of("operation.refused.voided"));
    }
    Asking.looked(now, seen, acknowledged);
    transitions.change(
        id,
        before -> {
          Standing standing = count(actor, before, Vote.Answer.APPROVED, seen, remark);
          sheets.put(id, Moment.AGREED, now.plan().sheet());
          records.write(actor, before, "approved", AuditResult.DONE, "comment", remark);
          return standing.at(now()) == Standing.Phase.AGREED
                  && before.state() == RequestState.REQUESTED
              ? before.agreed(now())
              : before;
        });
    Failpoints.AFTER_APPROVED.pass();
  }

  private void voided(Actor actor, RequestId id, Readiness.Changed changed) {
    transitions.change(
        id,
        before -> {
          if (!before.state().waiting()) {
            return before;
          }
          records.write(
              actor,
              before,
              "voided",
              AuditResult.REFUSED,
              "changed",
              changed.differences().toString());
          return before.voided(changed.differences(), Phrase.of("operation.outcome.voided"), now());
        });
  }

  void reject(Actor actor, RequestId id, String comment) {
    Request request = find(id);
    may(actor, request, "reject");
    String why = Reasons.needed(comment);
    transitions.change(
        id,
        before -> {
          if (!before.state().waiting()) {
            throw wrongState(before);
          }
          count(actor, before, Vote.Answer.REJECTED, before.asked().hash(), why);
          records.write(actor, before, "rejected", AuditResult.DONE, "comment", why);
          return before.rejected(
              Phrase.of("operation.outcome.rejected", Fact.text(actor.name())), now());
        });
  }

  void cancel(Actor actor, RequestId id, String reason) {
    Request request = find(id);
    boolean own = request.asked().requester().equals(actor.id());
    permissions.require(
        actor,
        own ? Right.REQUEST : Right.APPROVE,
        request.asked().environment(),
        request.asked().operation().kind() + ".cancel");
    String why = Reasons.optional(reason);
    transitions.change(
        id,
        before -> {
          if (!before.state().waiting()) {
            throw wrongState(before);
          }
          approvals.withdraw(before.asked().proposal());
          records.write(actor, before, "cancelled", AuditResult.DONE, "reason", why);
          return before.cancelled(
              Phrase.of("operation.outcome.cancelled", Fact.text(actor.name())), now());
        });
  }

  private Standing count(
      Actor actor, Request request, Vote.Answer answer, PlanHash seen, String comment) {
    try {
      return approvals.vote(request.asked().proposal(), actor, answer, seen, comment);
    } catch (NotCounted e) {
      String key = "operation.refused.vote." + e.reason().name();
      throw RequestRefused.because(Refusal.Code.VOTE, Phrase.of(key));
    }
  }

  private void may(Actor actor, Request request, String verb) {
    permissions.require(
        actor,
        Right.APPROVE,
        request.asked().environment(),
        request.asked().operation().kind() + "." + verb);
    if (request.asked().requester().equals(actor.id())) {
      records.refused(
          actor,
          request.asked().operation(),
          request.asked().environment(),
          verb,
          NotCounted.Reason.OWN_REQUEST.name());
      throw RequestRefused.because(
          Refusal.Code.VOTE, Phrase.of("operation.refused.vote.OWN_REQUEST"));
    }
  }

  private Request find(RequestId id) {
    return requests
        .find(id)
        .orElseThrow(
            () -> RequestRefused.because(Refusal.Code.NOT_FOUND, Fact.text(id.toString())));
  }

  private static RequestRefused wrongState(Request request) {
    return RequestRefused.because(
        Refusal.Code.WRONG_STATE, Fact.words("operation.state." + request.state().name()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

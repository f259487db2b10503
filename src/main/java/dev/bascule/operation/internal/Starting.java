package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;
import dev.bascule.approval.PlanHash;
import dev.bascule.audit.AuditResult;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Resolution;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Sight;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** What people do with a request that is agreed to, or over. */
@Component
final class Starting {
  private final Conductor conductor;
  private final Permissions permissions;
  private final StoredRequests requests;
  private final StoredClaims claims;
  private final Transitions transitions;
  private final Records records;
  private final Fleet fleet;
  private final Clock clock;

  Starting(
      Conductor conductor,
      Permissions permissions,
      StoredRequests requests,
      StoredClaims claims,
      Transitions transitions,
      Records records,
      Fleet fleet,
      Clock clock) {
    this.conductor = conductor;
    this.permissions = permissions;
    this.requests = requests;
    this.claims = claims;
    this.transitions = transitions;
    this.records = records;
    this.fleet = fleet;
    this.clock = clock;
  }

  void start(Actor actor, RequestId id, PlanHash seen) {
    Request request = find(id);
    may(actor, Right.REQUEST, request, "start");
    if (request.state() != RequestState.APPROVED) {
      throw RequestRefused.because(
          Refusal.Code.WRONG_STATE, Fact.words("operation.state." + request.state().name()));
    }
    if (!request.asked().hash().equals(seen)) {
      throw RequestRefused.because(Refusal.Code.ANOTHER_PLAN);
    }
    inSight(request);
    conductor.start(actor, request);
  }

  /** Refused before the agreement is used up: once the DCS is in sight again it still holds. */
  private void inSight(Request request) {
    if (fleet.sight(request.cluster().dcs()) instanceof Sight.OutOfSight out) {
      throw RequestRefused.because(
          Refusal.Code.DCS_OUT_OF_SIGHT,
          Fact.words("operation.check.dcs"),
          Fact.words("operation.value.out-of-sight." + out.kind().name(), Fact.at(out.since())));
    }
  }

  void resolve(Actor actor, RequestId id, Resolution resolution, String reason) {
    may(actor, Right.RESOLVE_UNKNOWN, find(id), "resolve");
    String why = Reasons.needed(reason);
    transitions.change(
        id,
        before -> {
          Request after = before.resolved(actor, resolution, why, now());
          claims.release(id);
          records.write(
              actor,
              after,
              "resolved",
              AuditResult.DONE,
              "resolution",
              resolution.name(),
              "reason",
              why);
          return after;
        });
  }

  void review(Actor actor, RequestId id, String note) {
    Request request = find(id);
    may(actor, Right.REVIEW, request, "review");
    if (request.asked().requester().equals(actor.id())) {
      throw RequestRefused.because(Refusal.Code.VOTE, Phrase.of("operation.refused.own-review"));
    }
    String remark = Reasons.needed(note);
    transitions.change(
        id,
        before -> {
          Request after = before.reviewed(actor, remark, now());
          records.write(actor, after, "reviewed", AuditResult.DONE, "note", remark);
          return after;
        });
  }

  void answer(Actor actor, RequestId id, boolean asExpected, String note) {
    may(actor, Right.REQUEST, find(id), "answer");
    String remark = Reasons.optional(note);
    transitions.change(
        id,
        before -> {
          Request after = before.answered(actor, asExpected, remark, now());
          records.write(
              actor, after, "answered", AuditResult.DONE, "asExpected", asExpected, "note", remark);
          return after;
        });
  }

  private void may(Actor actor, Right right, Request request, String verb) {
    permissions.require(
        actor,
        right,
        request.asked().environment(),
        request.asked().operation().kind() + "." + verb);
  }

  private Request find(RequestId id) {
    return requests
        .find(id)
        .orElseThrow(
            () -> RequestRefused.because(Refusal.Code.NOT_FOUND, Fact.text(id.toString())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;
import dev.bascule.approval.ApprovalPolicy;
import dev.bascule.approval.Approvals;
import dev.bascule.approval.PlanHash;
import dev.bascule.approval.Policies;
import dev.bascule.approval.Proposal;
import dev.bascule.approval.ProposalId;
import dev.bascule.audit.AuditResult;
import dev.bascule.operation.Check;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Moment;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.Timing;
import dev.bascule.operation.internal.Rehearsal.Rehearsed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a wish into a request, or says why not. */
@Component
final class Asking {
  private final Rehearsal rehearsal;
  private final Places places;
  private final Policies policies;
  private final Approvals approvals;
  private final Permissions permissions;
  private final StoredRequests requests;
  private final StoredSheets sheets;
  private final Transitions transitions;
  private final Records records;
  private final Conductor conductor;
  private final Clock clock;

  Asking(
      Rehearsal rehearsal,
      Places places,
      Policies policies,
      Approvals approvals,
      Permissions permissions,
      StoredRequests requests,
      StoredSheets sheets,
      Transitions transitions,
      Records records,
      Conductor conductor,
      Clock clock) {
    this.rehearsal = rehearsal;
    this.places = places;
    this.policies = policies;
    this.approvals = approvals;
    this.permissions = permissions;
    this.requests = requests;
    this.sheets = sheets;
    this.transitions = transitions;
    this.records = records;
    this.conductor = conductor;
    this.clock = clock;
  }

  Plan rehearse(Actor actor, Operation operation) {
    Places.Place place = places.of(operation.cluster());
    permissions.require(actor, Right.REQUEST, place.environment(), operation.kind() + ".rehearse");
    return rehearsal.wish(operation).plan();
  }

  Plan rehearseException(Actor actor, Operation operation) {
    Places.Place place = places.of(operation.cluster());
    permissions.require(
        actor, Right.BREAK_GLASS, place.environment(), operation.kind() + ".break-glass");
    return rehearsal.exception(operation).plan();
  }

  RequestId request(
      Actor actor, Operation operation, PlanHash seen, String reason, Set<String> acknowledged) {
    Places.Place place = places.of(operation.cluster());
    permissions.require(actor, Right.REQUEST, place.environment(), operation.kind() + ".request");
    String why = Reasons.needed(reason);
    ApprovalPolicy policy = policies.policyFor(place.environment(), place.criticality());
    Instant now = now();
    Instant runsAt = runsAt(operation, now, policy);
    Rehearsed rehearsed = looked(rehearsal.wish(operation), seen, acknowledged);
    return transitions
        .begin(
            id -> {
              Request request =
                  asked(id, actor, operation, place, rehearsed, why, runsAt, policy, now);
              records.write(actor, request, "requested", AuditResult.DONE, "reason", why);
              return policy.approvals() == 0 ? saved(request.agreed(now)) : request;
            })
        .id();
  }

  RequestId breakGlass(
      Actor actor, Operation operation, PlanHash seen, String reason, Set<String> acknowledged) {
    Places.Place place = places.of(operation.cluster());
    permissions.require(
        actor, Right.BREAK_GLASS, place.environment(), operation.kind() + ".break-glass");
    String why = Reasons.needed(reason);
    if (operation.timing() instanceof Timing.At) {
      throw RequestRefused.because(Refusal.Code.TIME);
    }
    ApprovalPolicy policy = policies.policyFor(place.environment(), place.criticality());
    Instant now = now();
    Rehearsed rehearsed = looked(rehearsal.exception(operation), seen, acknowledged);
    Request request =
        transitions.begin(
            id -> {
              Request asked = asked(id, actor, operation, place, rehearsed, why, null, policy, now);
              Request broken = saved(asked.brokenGlass(actor, why, now));
              records.write(actor, broken, "break-glass", AuditResult.DONE, "reason", why);
              return broken;
            });
    Failpoints.AFTER_APPROVED.pass();
    conductor.start(actor, request);
    return request.id();
  }

  private Request asked(
      RequestId id,
      Actor actor,
      Operation operation,
      Places.Place place,
      Rehearsed rehearsed,
      String why,
      @Nullable Instant runsAt,
      ApprovalPolicy policy,
      Instant now) {
    Plan plan = rehearsed.plan();
    Instant expiresAt = now.plus(policy.expiry());
    ProposalId proposal = ProposalId.fresh();
    approvals.open(
        new Proposal(
            proposal,
            Proposal.Subject.OPERATION,
            place.environment(),
            actor.id(),
            plan.hash(),
            policy,
            now,
            expiresAt));
    Request request =
        Request.asked(
            id,
            new Request.Asked(
                operation,
                proposal,
                plan.hash(),
                plan.fence(),
                rehearsed.config(),
                plan.sheet().sentence(),
                place.environment(),
                actor.id(),
                actor.name(),
                why,
                runsAt,
                now,
                expiresAt));
    requests.insert(request);
    sheets.put(id, Moment.ASKED, plan.sheet());
    return request;
  }

  private Request saved(Request request) {
    requests.save(request);
    return request;
  }

  /** Whether what was looked at is what is, is possible, and was looked at closely. */
  static Rehearsed looked(Rehearsed now, PlanHash seen, Set<String> acknowledged) {
    Plan plan = now.plan();
    if (!plan.hash().equals(seen)) {
      throw RequestRefused.because(Refusal.Code.ANOTHER_PLAN);
    }
    for (Check red : plan.sheet().checks(Check.Level.RED)) {
      Refusal.Code code =
          switch (red.code()) {
            case "dcs" -> Refusal.Code.DCS_OUT_OF_SIGHT;
            case "claim" -> Refusal.Code.CLUSTER_BUSY;
            case "names" -> Refusal.Code.NAME;
            case "runners" -> Refusal.Code.NO_HOST;
            default -> Refusal.Code.BLOCKED;
          };
      throw RequestRefused.because(code, named(red), red.value());
    }
    for (Check amber : plan.sheet().checks(Check.Level.AMBER)) {
      if (!acknowledged.contains(amber.name())) {
        throw RequestRefused.because(Refusal.Code.NOT_ACKNOWLEDGED, named(amber));
      }
    }
    return now;
  }

  private static Fact named(Check check) {
    return Fact.words("operation.check." + check.code(), Fact.text(check.subject()));
  }

  /** When Bascule is to run it; null when somebody starts it. */
  private static @Nullable Instant runsAt(Operation operation, Instant now, ApprovalPolicy policy) {
    if (!(operation.timing() instanceof Timing.At(var at, var zone, var keeper))) {
      return null;
    }
    if (!at.isAfter(now)) {
      throw RequestRefused.because(Refusal.Code.TIME);
    }
    if (keeper == Timing.Keeper.PATRONI) {
      return null;
    }
    Instant ends = now.plus(policy.expiry());
    if (!at.isBefore(ends)) {
      throw RequestRefused.because(
          Refusal.Code.TIME,
          dev.bascule.operation.Phrase.of(
              "operation.refused.agreement_ends_before", Fact.at(ends)));
    }
    return at;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

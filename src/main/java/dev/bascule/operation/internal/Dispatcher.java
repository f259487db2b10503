package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.approval.Approvals;
import dev.bascule.approval.Standing;
import dev.bascule.audit.AuditResult;
import dev.bascule.operation.Check;
import dev.bascule.operation.Fact;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Moment;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.internal.Rehearsal.Rehearsed;
import dev.bascule.operation.internal.StoredSteps.Step;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * From agreed to about to be sent: claims the cluster, thinks it through once more from a
 * linearizable read, and puts the intent on disk. What is not exactly what was agreed to, or not
 * possible now, ends here with nothing sent.
 */
@Component
final class Dispatcher {
  private final StoredRequests requests;
  private final StoredClaims claims;
  private final StoredSheets sheets;
  private final Approvals approvals;
  private final Rehearsal rehearsal;
  private final Courier courier;
  private final Transitions transitions;
  private final Records records;
  private final ConsoleRun run;
  private final Clock clock;

  Dispatcher(
      StoredRequests requests,
      StoredClaims claims,
      StoredSheets sheets,
      Approvals approvals,
      Rehearsal rehearsal,
      Courier courier,
      Transitions transitions,
      Records records,
      ConsoleRun run,
      Clock clock) {
    this.requests = requests;
    this.claims = claims;
    this.sheets = sheets;
    this.approvals = approvals;
    this.rehearsal = rehearsal;
    this.courier = courier;
    this.transitions = transitions;
    this.records = records;
    this.run = run;
    this.clock = clock;
  }

  /** A request whose intent is on disk, with its first step. */
  record Ready(Request request, Sheet sheet, Step first) {}

  /**
   * Claims the request's cluster for it.
   *
   * @throws RequestRefused when another operation holds it
   */
  Claim claim(Request request) {
    Claim claim = new Claim(request.cluster(), request.id(), UUID.randomUUID(), run.id());
    boolean taken =
        transitions.inTransaction(
            () -> {
              if (request.breakGlass() != null) {
                passUnknown(request);
              }
              return claims.take(claim);
            });
    if (!taken) {
      throw RequestRefused.because(
          Refusal.Code.CLUSTER_BUSY,
          Fact.count(
              claims.find(request.cluster()).map(held -> held.request().value()).orElse(0L)));
    }
    Failpoints.AFTER_CLAIMED.pass();
    return claim;
  }

  /** An unknown outcome that nobody resolved yet keeps everybody out but break-glass. */
  private void passUnknown(Request request) {
    claims
        .find(request.cluster())
        .map(Claim::request)
        .filter(holder -> requests.find(holder).filter(Request::unresolved).isPresent())
        .ifPresent(claims::release);
  }

  /**
   * Makes ready, or ends it.
   *
   * @return null when it ended; nothing was sent then
   */
  @Nullable Ready prepare(Actor actor, RequestId id, Claim claim) {
    Rehearsed rehearsed;
    Request read = requests.find(id).orElseThrow();
    try {
      rehearsed = rehearsal.last(read);
    } catch (RuntimeException e) {
      claims.release(id, run.id());
      throw e;
    }
    Sheet asked = Objects.requireNonNull(sheets.of(id).get(Moment.ASKED));
    Readiness readiness = Readiness.of(read, asked, rehearsed.plan());
    var kept = new Step[1];
    Request after =
        transitions.change(
            id, before -> decide(actor, before, readiness, rehearsed.plan().sheet(), claim, kept));
    Step first = kept[0];
    if (first == null) {
      return null;
    }
    force(after);
    Failpoints.AFTER_DISPATCHING.pass();
    return new Ready(after, rehearsed.plan().sheet(), first);
  }

  private void force(Request request) {
    try {
      records.force();
    } catch (RuntimeException e) {
      throw new IntentNotKept(request, e);
    }
  }

  /** In one transaction: whatever becomes of the request, with its audit entry. */
  private Request decide(
      Actor actor,
      Request before,
      Readiness readiness,
      Sheet sheet,
      Claim claim,
      @Nullable Step[] kept) {
    if (before.state() != RequestState.APPROVED && before.state() != RequestState.SCHEDULED) {
      claims.release(before.id(), run.id());
      return before;
    }
    if (!agreed(before)) {
      claims.release(before.id(), run.id());
      records.write(actor, before, "expired", AuditResult.REFUSED);
      return before.expired(Phrase.of("operation.outcome.agreement-over"), clock.instant());
    }
    return switch (readiness) {
      case Readiness.Changed(var differences) -> {
        claims.release(before.id(), run.id());
        records.write(
            actor, before, "voided", AuditResult.REFUSED, "changed", differences.toString());
        yield before.voided(differences, Phrase.of("operation.outcome.voided"), clock.instant());
      }
      case Readiness.Blocked(var red) -> {
        claims.release(before.id(), run.id());
        sheets.put(before.id(), Moment.STARTED, sheet);
        Outcome outcome =
            new Outcome(
                RequestState.ABORTED_STALE,
                Phrase.of("operation.outcome.stale", check(red.getFirst())));
        records.write(
            actor,
            before,
            "aborted-stale",
            AuditResult.REFUSED,
            "checks",
            red.stream().map(Check::name).toList());
        yield before.dispatching(actor, clock.instant()).end(outcome, clock.instant());
      }
      case Readiness.Ready() -> {
        sheets.put(before.id(), Moment.STARTED, sheet);
        Request after = before.dispatching(actor, clock.instant());
        HostCommand command = sheet.commands().getFirst();
        Step first = courier.prepared(after, claim.step(), 1, command);
        courier.keep(actor, after, first);
        kept[0] = first;
        yield after;
      }
    };
  }

  private boolean agreed(Request request) {
    return request.breakGlass() != null
        || approvals
            .standing(request.asked().proposal())
            .filter(standing -> standing.at(clock.instant()) == Standing.Phase.AGREED)
            .isPresent();
  }

  private static Fact check(Check check) {
    return Fact.words("operation.check." + check.code(), Fact.text(check.subject()));
  }

  /** The intent can't be forced to the disk, so nothing may be sent. */
  static final class IntentNotKept extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Request request;

    IntentNotKept(Request request, Throwable cause) {
      super("The intent of request " + request.id() + " is not on disk: nothing is sent", cause);
      this.request = request;
    }

    Request request() {
      return request;
    }
  }
}

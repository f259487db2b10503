package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.approval.Approvals;
import dev.bascule.audit.AuditResult;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts what is scheduled at its time, or says that it is too late; ends what nobody answered. */
@Component
final class Timekeeper {
  /** So much later it isn't run any more. */
  static final Duration TOO_LATE = Duration.ofMinutes(5);

  private static final Logger log = LoggerFactory.getLogger(Timekeeper.class);
  private static final Actor SCHEDULE = Actor.system("schedule");

  private final StoredRequests requests;
  private final Conductor conductor;
  private final Transitions transitions;
  private final Approvals approvals;
  private final Records records;
  private final Clock clock;

  Timekeeper(
      StoredRequests requests,
      Conductor conductor,
      Transitions transitions,
      Approvals approvals,
      Records records,
      Clock clock) {
    this.requests = requests;
    this.conductor = conductor;
    this.transitions = transitions;
    this.approvals = approvals;
    this.records = records;
    this.clock = clock;
  }

  /** Looks at the time. */
  void tick() {
    Instant now = clock.instant();
    for (RequestId id : requests.due(List.of(RequestState.SCHEDULED), "runs_at", now)) {
      requests.find(id).ifPresent(request -> due(request, now));
    }
    var unanswered = List.of(RequestState.REQUESTED, RequestState.APPROVED);
    for (RequestId id : requests.due(unanswered, "expires_at", now)) {
      expire(id, Phrase.of("operation.outcome.expired"));
    }
    // whoever has not agreed by then can't agree any more
    for (RequestId id : requests.due(List.of(RequestState.REQUESTED), "runs_at", now)) {
      expire(id, Phrase.of("operation.outcome.not-agreed-in-time"));
    }
  }

  private void due(Request request, Instant now) {
    Instant at = request.asked().runsAt();
    if (at != null && now.isAfter(at.plus(TOO_LATE))) {
      expire(
          request.id(),
          Phrase.of("operation.outcome.too-late", Fact.length(Duration.between(at, now))));
      return;
    }
    try {
      conductor.start(SCHEDULE, request);
    } catch (RequestRefused e) {
      // the cluster is busy: tried again until it is too late
      log.debug("Request {} waits: {}", request.id(), e.refusal().code());
    }
  }

  private void expire(RequestId id, Phrase said) {
    transitions.change(
        id,
        before -> {
          if (!before.state().waiting()) {
            return before;
          }
          approvals.withdraw(before.asked().proposal());
          records.write(SCHEDULE, before, "expired", AuditResult.REFUSED, "why", said.key());
          return before.expired(said, clock.instant());
        });
  }
}

package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditResult;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Report;
import dev.bascule.operation.RequestState;
import dev.bascule.topology.Journal;
import dev.bascule.topology.Journal.Attribution;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps an outcome: state, report, audit entry and the freed cluster in one transaction. While the
 * database can't be written it is tried again, for nothing is sent by it.
 */
@Component
final class Closing {
  private static final Logger log = LoggerFactory.getLogger(Closing.class);
  private static final Duration BETWEEN = Duration.ofSeconds(3);
  private static final int MOST_TRIES = 1_200;

  private final Transitions transitions;
  private final StoredClaims claims;
  private final StoredReports reports;
  private final Records records;
  private final Journal journal;
  private final Aftermath aftermath;
  private final Pauses pauses;
  private final Clock clock;

  Closing(
      Transitions transitions,
      StoredClaims claims,
      StoredReports reports,
      Records records,
      Journal journal,
      Aftermath aftermath,
      Pauses pauses,
      Clock clock) {
    this.transitions = transitions;
    this.claims = claims;
    this.reports = reports;
    this.records = records;
    this.journal = journal;
    this.aftermath = aftermath;
    this.pauses = pauses;
    this.clock = clock;
  }

  /**
   * Closes.
   *
   * @throws InterruptedException when the console ends before it could be kept
   */
  void close(Actor actor, Request request, Outcome outcome, @Nullable Report report)
      throws InterruptedException {
    Failpoints.BEFORE_OUTCOME.pass();
    for (int tries = 1; ; tries++) {
      try {
        keep(actor, request, outcome, report);
        break;
      } catch (DataAccessException | TransactionException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
        if (tries == 1) {
          log.warn("The outcome of request {} can't be kept for now", request.id(), e);
        }
        pauses.pause(BETWEEN);
      }
    }
    attribute(request, report);
    aftermath.of(request, outcome);
    Failpoints.AFTER_OUTCOME.pass();
  }

  private void keep(Actor actor, Request request, Outcome outcome, @Nullable Report report) {
    transitions.change(
        request.id(),
        before -> {
          if (before.state().over()) {
            return before;
          }
          Request after = before.end(outcome, clock.instant());
          if (report != null) {
            reports.insert(after, report);
          }
          if (!after.unresolved()) {
            claims.release(request.id());
          }
          records.write(
              actor,
              after,
              verb(outcome.state()),
              result(outcome.state()),
              "outcome",
              outcome.said().key(),
              "interruptionMillis",
              interruption(report));
          return after;
        });
  }

  private static Object interruption(@Nullable Report report) {
    Duration measured = report == null ? null : report.interruption();
    return measured == null ? "not measured" : measured.toMillis();
  }

  /** Tells the cluster's history what of it was ours. */
  private void attribute(Request request, @Nullable Report report) {
    Request.Started started = request.started();
    if (started == null) {
      return;
    }
    try {
      journal.attribute(
          request.cluster(),
          new Attribution(
              request.id().toString(),
              request.asked().requesterName(),
              request.asked().reason(),
              started.at(),
              clock.instant(),
              report == null ? null : report.interruption(),
              request.asked().operation().leaving()));
    } catch (RuntimeException e) {
      log.warn("The history of {} does not know of request {}", request.cluster(), request.id(), e);
    }
  }

  private static String verb(RequestState state) {
    return switch (state) {
      case SUCCEEDED -> "succeeded";
      case DEVIATED -> "deviated";
      case FAILED -> "failed";
      case ABORTED_STALE -> "aborted-stale";
      case UNKNOWN -> "unknown";
      case DRAFT, REQUESTED, APPROVED, SCHEDULED, DISPATCHING, RUNNING, OBSERVING ->
          throw new IllegalArgumentException(state + " is no outcome");
      case CANCELLED, EXPIRED, REJECTED, VOIDED ->
          throw new IllegalArgumentException(state + " is no outcome of something sent");
    };
  }

  private static AuditResult result(RequestState state) {
    return switch (state) {
      case SUCCEEDED, DEVIATED -> AuditResult.DONE;
      case FAILED -> AuditResult.FAILED;
      case ABORTED_STALE -> AuditResult.REFUSED;
      case UNKNOWN -> AuditResult.UNKNOWN;
      case DRAFT, REQUESTED, APPROVED, SCHEDULED, DISPATCHING, RUNNING, OBSERVING ->
          throw new IllegalArgumentException(state + " is no outcome");
      case CANCELLED, EXPIRED, REJECTED, VOIDED ->
          throw new IllegalArgumentException(state + " is no outcome of something sent");
    };
  }
}

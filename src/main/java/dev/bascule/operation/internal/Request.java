package dev.bascule.operation.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.bascule.access.Actor;
import dev.bascule.access.PersonId;
import dev.bascule.approval.PlanHash;
import dev.bascule.approval.ProposalId;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.RequestView.BreakGlass;
import dev.bascule.operation.RequestView.Feedback;
import dev.bascule.operation.RequestView.Resolved;
import dev.bascule.operation.Resolution;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request. Every verb answers with the request as it is afterwards, or refuses because it isn't
 * in a state for that.
 *
 * @param started who started it, and when; null until then
 * @param outcome null until it is over
 * @param version as it was read
 */
@CheckReturnValue
record Request(
    RequestId id,
    Asked asked,
    RequestState state,
    Instant changedAt,
    @Nullable Started started,
    @Nullable Outcome outcome,
    List<Fence.Difference> voidedBy,
    @Nullable BreakGlass breakGlass,
    @Nullable Resolved resolution,
    @Nullable Feedback feedback,
    long version) {

  /** What was asked for; it never changes. */
  record Asked(
      Operation operation,
      ProposalId proposal,
      PlanHash hash,
      Fence fence,
      String configThen,
      Phrase sentence,
      String environment,
      PersonId requester,
      String requesterName,
      String reason,
      @Nullable Instant runsAt,
      Instant askedAt,
      Instant expiresAt) {}

  /** Who started it. */
  record Started(PersonId by, String name, Instant at) {}

  Request {
    voidedBy = List.copyOf(voidedBy);
  }

  /** Asked for just now. */
  static Request asked(RequestId id, Asked asked) {
    return new Request(
        id,
        asked,
        RequestState.REQUESTED,
        asked.askedAt(),
        null,
        null,
        List.of(),
        null,
        null,
        null,
        0);
  }

  ClusterId cluster() {
    return asked.operation().cluster();
  }

  /** Enough people agreed; it waits for its time, or for somebody to start it. */
  Request agreed(Instant now) {
    Request agreed = become(RequestState.APPROVED, now);
    return asked.runsAt() == null ? agreed : agreed.become(RequestState.SCHEDULED, now);
  }

  /** Nobody had to agree; somebody answers for that. */
  Request brokenGlass(Actor actor, String reason, Instant now) {
    Request agreed = become(RequestState.APPROVED, now);
    BreakGlass exception = new BreakGlass(actor.name(), now, reason, null, null, "");
    return new Request(
        id, asked, agreed.state, now, null, null, voidedBy, exception, null, null, version);
  }

  Request rejected(Phrase said, Instant now) {
    return end(new Outcome(RequestState.REJECTED, said), now);
  }

  Request cancelled(Phrase said, Instant now) {
    return end(new Outcome(RequestState.CANCELLED, said), now);
  }

  Request expired(Phrase said, Instant now) {
    return end(new Outcome(RequestState.EXPIRED, said), now);
  }

  /** The world isn't what was agreed to any more. */
  Request voided(List<Fence.Difference> differences, Phrase said, Instant now) {
    Request ended = end(new Outcome(RequestState.VOIDED, said), now);
    return new Request(
        id,
        asked,
        ended.state,
        now,
        started,
        ended.outcome,
        differences,
        breakGlass,
        resolution,
        feedback,
        version);
  }

  /** About to be sent. */
  Request dispatching(Actor actor, Instant now) {
    Request next = become(RequestState.DISPATCHING, now);
    return new Request(
        id,
        asked,
        next.state,
        now,
        new Started(actor.id(), actor.name(), now),
        null,
        voidedBy,
        breakGlass,
        null,
        null,
        version);
  }

  Request running(Instant now) {
    return become(RequestState.RUNNING, now);
  }

  Request observing(Instant now) {
    return state == RequestState.OBSERVING ? this : become(RequestState.OBSERVING, now);
  }

  /** It is over. */
  Request end(Outcome how, Instant now) {
    Request next = become(how.state(), now);
    return new Request(
        id,
        asked,
        next.state,
        now,
        started,
        how,
        voidedBy,
        breakGlass,
        resolution,
        feedback,
        version);
  }

  /** A person says what became of it. */
  Request resolved(Actor actor, Resolution said, String reason, Instant now) {
    if (state != RequestState.UNKNOWN || resolution != null) {
      throw wrongState();
    }
    Resolved answer = new Resolved(said, actor.name(), now, reason);
    return new Request(
        id, asked, state, now, started, outcome, voidedBy, breakGlass, answer, feedback, version);
  }

  /** Somebody else looked at the exception. */
  Request reviewed(Actor actor, String note, Instant now) {
    BreakGlass open = breakGlass;
    if (open == null || open.reviewedBy() != null) {
      throw wrongState();
    }
    BreakGlass closed =
        new BreakGlass(open.by(), open.at(), open.reason(), actor.name(), now, note);
    return new Request(
        id, asked, state, now, started, outcome, voidedBy, closed, resolution, feedback, version);
  }

  /** Was this as you expected? */
  Request answered(Actor actor, boolean asExpected, String note, Instant now) {
    if (!state.outcome() || feedback != null) {
      throw wrongState();
    }
    Feedback answer = new Feedback(asExpected, actor.name(), now, note);
    return new Request(
        id, asked, state, now, started, outcome, voidedBy, breakGlass, resolution, answer, version);
  }

  /** Whether an unknown outcome keeps others from the cluster. */
  boolean unresolved() {
    return state == RequestState.UNKNOWN && resolution == null;
  }

  private Request become(RequestState next, Instant now) {
    if (!state.mayBecome(next)) {
      throw wrongState();
    }
    return new Request(
        id,
        asked,
        next,
        now,
        started,
        outcome,
        voidedBy,
        breakGlass,
        resolution,
        feedback,
        version);
  }

  private RequestRefused wrongState() {
    return RequestRefused.because(
        Refusal.Code.WRONG_STATE,
        Phrase.of(
            "operation.refused.wrong_state",
            dev.bascule.operation.Fact.words("operation.state." + state.name())));
  }
}

package dev.bascule.operation.web;

import dev.bascule.operation.RequestLine;
import dev.bascule.operation.Speech;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request on one line. */
@Schema(name = "ChangeLine")
record ChangeLine(
    long id,
    String dcs,
    String cluster,
    @Schema(description = "What kind of operation, such as switchover") String kind,
    @Schema(description = "Empty when the cluster has none") String environment,
    @Schema(description = "What it is to do, in English") String sentence,
    @Schema(
            description =
                "REQUESTED, APPROVED, SCHEDULED, DISPATCHING, RUNNING, OBSERVING, SUCCEEDED,"
                    + " DEVIATED, FAILED, ABORTED_STALE, UNKNOWN, CANCELLED, EXPIRED, REJECTED or"
                    + " VOIDED")
        String state,
    String requester,
    Instant askedAt,
    @Schema(description = "When it is to run; null when somebody starts it")
        @Nullable Instant runsAt,
    @Schema(description = "How many approvals are still needed") int approvalsMissing,
    @Schema(description = "Whether it was run without the approvals") boolean breakGlass,
    Instant changedAt) {

  static ChangeLine of(RequestLine line, Speech speech) {
    return new ChangeLine(
        line.id().value(),
        line.cluster().dcs(),
        line.cluster().cluster(),
        line.kind(),
        line.environment(),
        speech.say(line.sentence()),
        line.state().name(),
        line.requesterName(),
        line.askedAt(),
        line.runsAt(),
        line.missing(),
        line.breakGlass(),
        line.changedAt());
  }
}

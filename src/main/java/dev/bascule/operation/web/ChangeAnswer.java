package dev.bascule.operation.web;

import dev.bascule.approval.Vote;
import dev.bascule.operation.Check;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Report;
import dev.bascule.operation.RequestView;
import dev.bascule.operation.Speech;
import dev.bascule.operation.StepView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request with all that is kept of it. */
@Schema(name = "Change")
record ChangeAnswer(
    ChangeLine change,
    String reason,
    @Schema(description = "SHA-256 of what an approval binds to") String planHash,
    @Schema(description = "When the request, or its agreement, is over") Instant expiresAt,
    @Schema(description = "How many other people the policy wants") int approvalsNeeded,
    List<VoteAnswer> votes,
    @Schema(description = "Those of the newest sheet that is kept, worst first")
        List<CheckAnswer> checks,
    @Schema(description = "What was really sent, in order") List<StepAnswer> steps,
    @Schema(description = "The facts that changed, of a VOIDED one") List<ChangedFact> voidedBy,
    @Schema(description = "How it ended, in English; null until then") @Nullable String outcome,
    @Schema(description = "What was measured; null when nothing was")
        @Nullable ReportAnswer report) {

  static ChangeAnswer of(RequestView view, Speech speech) {
    var outcome = view.outcome();
    var report = view.report();
    return new ChangeAnswer(
        ChangeLine.of(view.line(), speech),
        view.reason(),
        view.hash().value(),
        view.expiresAt(),
        view.standing().proposal().policy().approvals(),
        view.standing().votes().stream().map(VoteAnswer::of).toList(),
        view.newestSheet().checks().stream().map(check -> CheckAnswer.of(check, speech)).toList(),
        view.steps().stream().map(StepAnswer::of).toList(),
        view.voidedBy().stream().map(ChangedFact::of).toList(),
        outcome == null ? null : speech.say(outcome.said()),
        report == null ? null : ReportAnswer.of(report));
  }

  /** Somebody's answer. */
  @Schema(name = "Vote")
  record VoteAnswer(
      String voter,
      @Schema(description = "APPROVED or REJECTED") String answer,
      Instant at,
      String comment) {
    static VoteAnswer of(Vote vote) {
      return new VoteAnswer(vote.name(), vote.answer().name(), vote.at(), vote.comment());
    }
  }

  /** One thing that was looked at. */
  @Schema(name = "Check")
  record CheckAnswer(
      String code,
      @Schema(description = "The member it is about; empty when it is about the cluster")
          String subject,
      @Schema(description = "RED, AMBER or GREEN") String level,
      @Schema(description = "In English") String value,
      @Schema(description = "DCS, REST, SQL, HOST or BASCULE") String source) {
    static CheckAnswer of(Check check, Speech speech) {
      return new CheckAnswer(
          check.code(),
          check.subject(),
          check.level().name(),
          speech.say(check.value()),
          check.source().name());
    }
  }

  /** A step as it was sent to one host. */
  @Schema(name = "Step")
  record StepAnswer(
      UUID id,
      String kind,
      String host,
      String account,
      List<String> argv,
      @Schema(description = "PREPARED, REFUSED, VOID, SENT, RUNNING, FINISHED or UNKNOWN")
          String progress,
      @Nullable Integer exit,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {
    static StepAnswer of(StepView step) {
      return new StepAnswer(
          step.id(),
          step.kind().name(),
          step.host(),
          step.account(),
          step.argv(),
          step.progress().name(),
          step.exit(),
          step.startedAt(),
          step.endedAt());
    }
  }

  /** A fact that isn't what it was. */
  @Schema(name = "ChangedFact")
  record ChangedFact(String fact, String then, String now) {
    static ChangedFact of(Fence.Difference difference) {
      return new ChangedFact(difference.fact(), difference.then(), difference.now());
    }
  }

  /** What was measured, in milliseconds. */
  @Schema(name = "Report")
  record ReportAnswer(
      Instant startedAt,
      Instant endedAt,
      @Schema(description = "How long nobody took writes; null when not measured")
          @Nullable Long interruptionMillis,
      @Schema(description = "How long the entry point answered nobody; null when not measured")
          @Nullable Long entryPointMillis,
      @Nullable String newLeader,
      @Nullable Integer timelineBefore,
      @Nullable Integer timelineAfter,
      @Schema(description = "When the old leader streamed again; null when not seen")
          @Nullable Long oldLeaderBackMillis) {
    static ReportAnswer of(Report report) {
      var leader = report.newLeader();
      return new ReportAnswer(
          report.startedAt(),
          report.endedAt(),
          millis(report.interruption()),
          millis(report.entryPointGap()),
          leader == null ? null : leader.value(),
          known(report.timelineBefore()),
          known(report.timelineAfter()),
          millis(report.oldLeaderBack()));
    }

    private static @Nullable Long millis(@Nullable Duration length) {
      return length == null ? null : length.toMillis();
    }

    private static @Nullable Integer known(int timeline) {
      return timeline == 0 ? null : timeline;
    }
  }
}

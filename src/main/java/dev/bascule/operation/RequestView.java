package dev.bascule.operation;

import dev.bascule.approval.PlanHash;
import dev.bascule.approval.Standing;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a request.
 *
 * @param hash what was asked for and is agreed to
 * @param sheets by the moment in which they were made
 * @param standing the votes
 * @param expiresAt when the request, or its agreement, is over
 * @param steps what was really sent, in order
 * @param voidedBy the facts that changed; empty unless it is {@link RequestState#VOIDED}
 * @param outcome null until it is over
 * @param resolution what a person said of an unknown outcome; null until then
 * @param breakGlass the exception that was used; null when none
 * @param report null until something was measured
 */
public record RequestView(
    RequestLine line,
    Operation operation,
    String reason,
    PlanHash hash,
    Map<Moment, Sheet> sheets,
    Standing standing,
    Instant expiresAt,
    List<StepView> steps,
    List<Fence.Difference> voidedBy,
    @Nullable Outcome outcome,
    @Nullable Resolved resolution,
    @Nullable BreakGlass breakGlass,
    @Nullable Report report,
    @Nullable Feedback feedback) {
  /** Copies. */
  public RequestView {
    var copy = new EnumMap<Moment, Sheet>(Moment.class);
    copy.putAll(sheets);
    sheets = Collections.unmodifiableMap(copy);
    steps = List.copyOf(steps);
    voidedBy = List.copyOf(voidedBy);
  }

  /** Who resolved an unknown outcome, and why so. */
  public record Resolved(Resolution resolution, String by, Instant at, String reason) {}

  /**
   * The exception that was used instead of an agreement.
   *
   * @param reviewedBy null while the review is open
   */
  public record BreakGlass(
      String by,
      Instant at,
      String reason,
      @Nullable String reviewedBy,
      @Nullable Instant reviewedAt,
      String reviewNote) {}

  /** The answer to "was this as you expected?". */
  public record Feedback(boolean asExpected, String by, Instant at, String note) {}

  /** Its number. */
  public RequestId id() {
    return line.id();
  }

  /** Where it stands. */
  public RequestState state() {
    return line.state();
  }

  /** The newest sheet that is kept. */
  public Sheet newestSheet() {
    Sheet newest = null;
    for (Moment moment : Moment.values()) {
      Sheet sheet = sheets.get(moment);
      newest = sheet == null ? newest : sheet;
    }
    if (newest == null) {
      throw new IllegalStateException("a request has the sheet with which it was asked for");
    }
    return newest;
  }
}

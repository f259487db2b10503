package dev.bascule.operation.internal;

import dev.bascule.access.PersonId;
import dev.bascule.approval.PlanHash;
import dev.bascule.approval.ProposalId;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.RequestView.BreakGlass;
import dev.bascule.operation.RequestView.Feedback;
import dev.bascule.operation.RequestView.Resolved;
import dev.bascule.operation.Resolution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a request from its row. */
final class RequestRow {
  static final String SELECT = "select r.* from operation_request r";

  private RequestRow() {}

  static Request read(ResultSet row, int number) throws SQLException {
    String voided = row.getString("voided_by");
    return new Request(
        new RequestId(row.getLong("id")),
        asked(row),
        RequestState.valueOf(row.getString("state")),
        at(row, "changed_at"),
        started(row),
        outcome(row),
        voided == null ? List.<Fence.Difference>of() : Json.differences(voided),
        breakGlass(row),
        resolved(row),
        feedback(row),
        row.getLong("version"));
  }

  private static Request.Asked asked(ResultSet row) throws SQLException {
    return new Request.Asked(
        new OperationText(
                row.getString("kind"), row.getInt("kind_version"), row.getString("operation"))
            .read(),
        new ProposalId(row.getObject("proposal", UUID.class)),
        new PlanHash(row.getString("plan_hash")),
        Json.fence(row.getString("fence")),
        row.getString("config_then"),
        Json.phrase(row.getString("sentence")),
        row.getString("environment"),
        new PersonId(row.getObject("requester", UUID.class)),
        row.getString("requester_name"),
        row.getString("reason"),
        atOrNull(row, "runs_at"),
        at(row, "asked_at"),
        at(row, "expires_at"));
  }

  private static Request.@Nullable Started started(ResultSet row) throws SQLException {
    Instant at = atOrNull(row, "started_at");
    return at == null
        ? null
        : new Request.Started(
            new PersonId(row.getObject("started_by", UUID.class)),
            row.getString("started_by_name"),
            at);
  }

  private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
    String text = row.getString("outcome");
    return text == null ? null : Json.outcome(text);
  }

  private static @Nullable BreakGlass breakGlass(ResultSet row) throws SQLException {
    Instant at = atOrNull(row, "break_glass_at");
    return at == null
        ? null
        : new BreakGlass(
            row.getString("break_glass_by"),
            at,
            row.getString("break_glass_reason"),
            row.getString("reviewed_by"),
            atOrNull(row, "reviewed_at"),
            Objects.requireNonNullElse(row.getString("review_note"), ""));
  }

  private static @Nullable Resolved resolved(ResultSet row) throws SQLException {
    String resolution = row.getString("resolution");
    return resolution == null
        ? null
        : new Resolved(
            Resolution.valueOf(resolution),
            row.getString("resolved_by"),
            at(row, "resolved_at"),
            row.getString("resolution_reason"));
  }

  private static @Nullable Feedback feedback(ResultSet row) throws SQLException {
    Instant at = atOrNull(row, "answered_at");
    return at == null
        ? null
        : new Feedback(
            row.getBoolean("as_expected"),
            row.getString("answered_by"),
            at,
            row.getString("answer_note"));
  }

  static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Pause;
import dev.bascule.operation.PauseNote;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests in the console's database. */
@Component
final class StoredRequests {
  private final JdbcClient sql;

  StoredRequests(JdbcClient sql) {
    this.sql = sql;
  }

  /** A number that no request had before. */
  RequestId next() {
    return new RequestId(
        sql.sql("select nextval('operation_request_number')").query(Long.class).single());
  }

  void insert(Request request) {
    Request.Asked asked = request.asked();
    OperationText text = OperationText.of(asked.operation());
    sql.sql(
            """
            insert into operation_request (id, proposal, kind, kind_version, operation, dcs, cluster,
              environment, requester, requester_name, reason, plan_hash, fence, config_then, sentence,
              state, runs_at, asked_at, expires_at, changed_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)\
            """)
        .param(request.id().value())
        .param(asked.proposal().value())
        .param(text.kind())
        .param(text.version())
        .param(text.json())
        .param(request.cluster().dcs())
        .param(request.cluster().cluster())
        .param(asked.environment())
        .param(asked.requester().value())
        .param(asked.requesterName())
        .param(asked.reason())
        .param(asked.hash().value())
        .param(Json.text(asked.fence()))
        .param(asked.configThen())
        .param(Json.text(asked.sentence()))
        .param(request.state().name())
        .param(timeOrNull(asked.runsAt()))
        .param(time(asked.askedAt()))
        .param(time(asked.expiresAt()))
        .param(time(request.changedAt()))
        .update();
  }

  /**
   * Keeps what changed.
   *
   * @throws OptimisticLockingFailureException when somebody else changed it meanwhile
   */
  void save(Request request) {
    var started = request.started();
    var outcome = request.outcome();
    var glass = request.breakGlass();
    var resolved = request.resolution();
    var feedback = request.feedback();
    int changed =
        sql.sql(
                """
                update operation_request set state = ?, changed_at = ?,
                  started_by = ?, started_by_name = ?, started_at = ?, outcome = ?, voided_by = ?,
                  break_glass_by = ?, break_glass_at = ?, break_glass_reason = ?,
                  reviewed_by = ?, reviewed_at = ?, review_note = ?,
                  resolution = ?, resolved_by = ?, resolved_at = ?, resolution_reason = ?,
                  as_expected = ?, answered_by = ?, answered_at = ?, answer_note = ?,
                  version = version + 1
                where id = ? and version = ?\
                """)
            .param(request.state().name())
            .param(time(request.changedAt()))
            .param(started == null ? null : started.by().value())
            .param(started == null ? null : started.name())
            .param(started == null ? null : time(started.at()))
            .param(outcome == null ? null : Json.text(outcome))
            .param(request.voidedBy().isEmpty() ? null : Json.text(request.voidedBy()))
            .param(glass == null ? null : glass.by())
            .param(glass == null ? null : time(glass.at()))
            .param(glass == null ? null : glass.reason())
            .param(glass == null ? null : glass.reviewedBy())
            .param(glass == null ? null : timeOrNull(glass.reviewedAt()))
            .param(glass == null ? null : glass.reviewNote())
            .param(resolved == null ? null : resolved.resolution().name())
            .param(resolved == null ? null : resolved.by())
            .param(resolved == null ? null : time(resolved.at()))
            .param(resolved == null ? null : resolved.reason())
            .param(feedback == null ? null : feedback.asExpected())
            .param(feedback == null ? null : feedback.by())
            .param(feedback == null ? null : time(feedback.at()))
            .param(feedback == null ? null : feedback.note())
            .param(request.id().value())
            .param(request.version())
            .update();
    if (changed != 1) {
      throw new OptimisticLockingFailureException(
          "request " + request.id() + " was changed by somebody else");
    }
  }

  Optional<Request> find(RequestId id) {
    return one(RequestRow.SELECT + " where r.id = ?", id);
  }

  /** Also keeps everybody else from changing it until the transaction ends. */
  Optional<Request> lock(RequestId id) {
    return one(RequestRow.SELECT + " where r.id = ? for update", id);
  }

  private Optional<Request> one(String select, RequestId id) {
    return sql.sql(select).param(id.value()).query(RequestRow::read).optional();
  }

  /** The numbers of requests in these states whose time to run, or to end, has come. */
  List<RequestId> due(Collection<RequestState> states, String column, Instant now) {
    return sql.sql(
            "select id from operation_request where state in (:states) and "
                + switch (column) {
                  case "runs_at", "expires_at" -> column;
                  default -> throw new IllegalArgumentException(column);
                }
                + " <= :now order by id")
        .param("states", states.stream().map(RequestState::name).toList())
        .param("now", time(now))
        .query((row, number) -> new RequestId(row.getLong("id")))
        .list();
  }

  /** Whether a change that is scheduled or under way concerns the cluster. */
  Optional<Request> unresolved(ClusterId cluster) {
    return sql.sql(
            RequestRow.SELECT
                + """
                 where r.dcs = ? and r.cluster = ? and r.state = 'UNKNOWN' and r.resolution is null
                 order by r.id desc limit 1\
                """)
        .param(cluster.dcs())
        .param(cluster.cluster())
        .query(RequestRow::read)
        .optional();
  }

  /** The newest pause or resumption of each cluster that was carried out, if it is a pause. */
  List<PauseNote> pauses() {
    return sql
        .sql(
            RequestRow.SELECT
                + " "
                + """
                where r.kind = 'pause' and r.state in ('SUCCEEDED', 'DEVIATED')
                 and not exists (select 1 from operation_request n where n.dcs = r.dcs
                   and n.cluster = r.cluster and n.kind in ('pause', 'resume')
                   and n.state in ('SUCCEEDED', 'DEVIATED') and n.id > r.id)
                 order by r.id
                """)
        .query(RequestRow::read)
        .list()
        .stream()
        .map(StoredRequests::note)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<PauseNote> note(Request request) {
    return request.asked().operation() instanceof Pause(var cluster, var until)
        ? Optional.of(
            new PauseNote(
                request.id(),
                cluster,
                request.asked().environment(),
                request.asked().requesterName(),
                request.asked().reason(),
                until))
        : Optional.empty();
  }

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant at) {
    return at == null ? null : time(at);
  }
}

package dev.bascule.operation.internal;

import dev.bascule.operation.RequestId;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.StepView;
import dev.bascule.operation.StepView.Progress;
import dev.bascule.patroni.MemberName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps as they were sent to hosts. */
@Component
final class StoredSteps {
  private static final String SELECT =
      """
      select id, request, ordinal, kind, member, host, account, argv, progress, exit_code, said,
        prepared_at, started_at, ended_at
      from operation_step\
      """;

  private final JdbcClient sql;

  StoredSteps(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * A step and where it is sent.
   *
   * @param member on whose host it runs; leads to the host's address again after a restart
   */
  record Step(StepView view, RequestId request, int ordinal, MemberName member, String said) {}

  void insert(Step step) {
    StepView view = step.view();
    sql.sql(
            """
            insert into operation_step (id, request, ordinal, kind, member, host, account, argv,
              progress, said, prepared_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?)\
            """)
        .params(
            view.id(),
            step.request().value(),
            step.ordinal(),
            view.kind().name(),
            step.member().value(),
            view.host(),
            view.account(),
            Json.words(view.argv()),
            view.progress().name(),
            StoredRequests.time(view.preparedAt()))
        .update();
  }

  void progress(UUID id, Progress progress) {
    sql.sql("update operation_step set progress = ? where id = ?")
        .params(progress.name(), id)
        .update();
  }

  void said(UUID id, String lastLine) {
    sql.sql("update operation_step set said = ? where id = ?").params(lastLine, id).update();
  }

  void started(UUID id, Instant startedAt) {
    sql.sql("update operation_step set progress = 'RUNNING', started_at = ? where id = ?")
        .params(StoredRequests.time(startedAt), id)
        .update();
  }

  void finished(UUID id, int exit, Instant startedAt, Instant endedAt) {
    sql.sql(
            """
            update operation_step set progress = 'FINISHED', exit_code = ?, started_at = ?,
              ended_at = ? where id = ?\
            """)
        .params(exit, StoredRequests.time(startedAt), StoredRequests.time(endedAt), id)
        .update();
  }

  /** In the order in which they were sent. */
  List<Step> of(RequestId request) {
    return sql.sql(SELECT + " where request = ? order by ordinal")
        .param(request.value())
        .query(StoredSteps::read)
        .list();
  }

  private static Step read(ResultSet row, int number) throws SQLException {
    int exit = row.getInt("exit_code");
    @Nullable Integer known = row.wasNull() ? null : exit;
    StepView view =
        new StepView(
            row.getObject("id", UUID.class),
            StepKind.valueOf(row.getString("kind")),
            row.getString("host"),
            row.getString("account"),
            Json.words(row.getString("argv")),
            Progress.valueOf(row.getString("progress")),
            known,
            RequestRow.at(row, "prepared_at"),
            RequestRow.atOrNull(row, "started_at"),
            RequestRow.atOrNull(row, "ended_at"));
    return new Step(
        view,
        new RequestId(row.getLong("request")),
        row.getInt("ordinal"),
        new MemberName(row.getString("member")),
        row.getString("said"));
  }
}

package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Interruptions;
import dev.bascule.operation.Report;
import dev.bascule.operation.RequestId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was measured. */
@Component
final class StoredReports {
  /** So many of the newest measurements make the expectation. */
  private static final int LAST = 50;

  private final JdbcClient sql;

  StoredReports(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Request request, Report report) {
    Duration interruption = report.interruption();
    sql.sql("insert into operation_report values (?, ?, ?, ?, ?, ?, ?)")
        .param(request.id().value())
        .param(request.cluster().dcs())
        .param(request.cluster().cluster())
        .param(request.asked().operation().kind())
        .param(StoredRequests.time(report.endedAt()))
        .param(interruption == null ? null : interruption.toMillis())
        .param(Json.text(report))
        .update();
  }

  Optional<Report> find(RequestId request) {
    return sql.sql("select report from operation_report where request = ?")
        .param(request.value())
        .query((row, number) -> Json.report(row.getString("report")))
        .optional();
  }

  /** How long writes were interrupted by the newest operations of a kind on a cluster. */
  Interruptions interruptions(ClusterId cluster, String kind) {
    return Interruptions.of(
        sql.sql(
                """
                select interruption_millis from operation_report
                where dcs = ? and cluster = ? and kind = ? and interruption_millis is not null
                order by ended_at desc limit ?\
                """)
            .params(cluster.dcs(), cluster.cluster(), kind, LAST)
            .query((row, number) -> Duration.ofMillis(row.getLong(1)))
            .list());
  }
}

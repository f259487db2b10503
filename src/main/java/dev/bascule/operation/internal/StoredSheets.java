package dev.bascule.operation.internal;

import dev.bascule.operation.Moment;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.Sheet;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rehearsal sheets as they were looked at. */
@Component
final class StoredSheets {
  private final JdbcClient sql;

  StoredSheets(JdbcClient sql) {
    this.sql = sql;
  }

  /** Keeps a sheet; a later one of the same moment takes its place. */
  void put(RequestId request, Moment moment, Sheet sheet) {
    sql.sql("delete from operation_sheet where request = ? and moment = ?")
        .params(request.value(), moment.name())
        .update();
    sql.sql("insert into operation_sheet values (?, ?, ?, ?)")
        .params(
            request.value(), moment.name(), StoredRequests.time(sheet.madeAt()), Json.text(sheet))
        .update();
  }

  Map<Moment, Sheet> of(RequestId request) {
    var sheets = new EnumMap<Moment, Sheet>(Moment.class);
    RowCallbackHandler each =
        row ->
            sheets.put(Moment.valueOf(row.getString("moment")), Json.sheet(row.getString("sheet")));
    sql.sql("select moment, sheet from operation_sheet where request = ?")
        .param(request.value())
        .query(each);
    return sheets;
  }
}

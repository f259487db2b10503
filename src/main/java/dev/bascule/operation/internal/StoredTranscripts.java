package dev.bascule.operation.internal;

import dev.bascule.operation.TranscriptLine;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What programs wrote. */
@Component
final class StoredTranscripts {
  private final JdbcClient sql;

  StoredTranscripts(JdbcClient sql) {
    this.sql = sql;
  }

  void add(TranscriptLine line) {
    sql.sql("insert into operation_transcript values (?, ?, ?, ?)")
        .params(line.step(), line.number(), line.error(), line.text())
        .update();
  }

  /** Before it is read from its beginning again. */
  void clear(UUID step) {
    sql.sql("delete from operation_transcript where step = ?").param(step).update();
  }

  List<TranscriptLine> of(UUID step, long from, int limit) {
    return sql.sql(
            """
            select number, error, text from operation_transcript
            where step = ? and number >= ? order by number limit ?\
            """)
        .params(step, from, limit)
        .query(
            (row, number) ->
                new TranscriptLine(
                    step, row.getLong("number"), row.getBoolean("error"), row.getString("text")))
        .list();
  }
}

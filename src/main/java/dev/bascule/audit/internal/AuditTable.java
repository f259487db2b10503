package dev.bascule.audit.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two tables of the log, by plain SQL that both databases understand alike. */
final class AuditTable {
  static final String COLUMNS =
      """
      seq, at, actor_kind, actor_id, actor_name, address, action, subject_kind, subject_id,
      subject_display, subject_environment, result, detail, previous_hash, hash\
      """;
  static final RowMapper<AuditEntry> ENTRY = (row, number) -> entry(row);

  private AuditTable() {}

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Actor.Kind.valueOf(row.getString("actor_kind")),
        row.getObject("actor_id", UUID.class),
        row.getString("actor_name"),
        row.getString("address"),
        row.getString("action"),
        new AuditSubject(
            row.getString("subject_kind"),
            row.getString("subject_id"),
            row.getString("subject_display"),
            row.getString("subject_environment")),
        AuditResult.valueOf(row.getString("result")),
        row.getString("detail"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  static void insert(JdbcClient sql, AuditEntry entry) {
    sql.sql(
            "insert into audit_entry (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                .formatted(COLUMNS))
        .params(
            entry.seq(),
            time(entry.at()),
            entry.actorKind().name(),
            entry.actorId(),
            entry.actorName(),
            entry.address(),
            entry.action(),
            entry.subject().kind(),
            entry.subject().id(),
            entry.subject().display(),
            entry.subject().environment(),
            entry.result().name(),
            entry.detail(),
            entry.previousHash(),
            entry.hash())
        .update();
  }

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** The newest entry's number and hash. */
  record Head(long seq, String hash) {
    private static final RowMapper<Head> MAPPER =
        (row, number) -> new Head(row.getLong("seq"), row.getString("hash"));

    static java.util.Optional<Head> read(JdbcClient sql) {
      return sql.sql("select seq, hash from audit_head where id = 1").query(MAPPER).optional();
    }

    /** Reads it and keeps everybody else from appending until the transaction ends. */
    static Head lock(JdbcClient sql) {
      return sql.sql("select seq, hash from audit_head where id = 1 for update")
          .query(MAPPER)
          .optional()
          .orElseThrow(() -> new IllegalStateException("the audit log has lost its head"));
    }
  }
}

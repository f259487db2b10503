package dev.bascule.audit.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditPage;
import dev.bascule.audit.AuditQuery;
import dev.bascule.audit.AuditSearch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Looks through the table, newest first, for at most two seconds. */
@Component
final class StoredSearch implements AuditSearch {
  private static final int LONGEST_SECONDS = 2;
  private static final String CANCELLED = "57014";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcTemplate sql;
  private final Permissions permissions;

  StoredSearch(DataSource source, Permissions permissions) {
    this.sql = new JdbcTemplate(source);
    this.sql.setQueryTimeout(LONGEST_SECONDS);
    this.permissions = permissions;
  }

  @Override
  public AuditPage search(Actor actor, AuditQuery query, long before, int limit) {
    permissions.require(actor, Right.READ_AUDIT, "audit.search");
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("an answer has 1 to " + MOST + " entries");
    }
    Conditions where = conditions(actor, query, before);
    where.values.add(limit + 1);
    try {
      List<AuditEntry> found =
          sql.query(
              "select %s from audit_entry where %s order by seq desc limit ?"
                  .formatted(AuditTable.COLUMNS, String.join(" and ", where.parts)),
              AuditTable.ENTRY,
              where.values.toArray());
      return page(found, limit);
    } catch (DataAccessException e) {
      if (e.getRootCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState())) {
        throw new TookTooLong(e);
      }
      throw e;
    }
  }

  private static AuditPage page(List<AuditEntry> found, int limit) {
    if (found.size() <= limit) {
      return new AuditPage(found, OptionalLong.empty());
    }
    List<AuditEntry> shown = found.subList(0, limit);
    return new AuditPage(shown, OptionalLong.of(shown.getLast().seq()));
  }

  private static Conditions conditions(Actor actor, AuditQuery query, long before) {
    Conditions where = new Conditions();
    where.add("seq < ?", before);
    if (query.from() != null) {
      where.add("at >= ?", AuditTable.time(query.from()));
    }
    if (query.to() != null) {
      where.add("at < ?", AuditTable.time(query.to()));
    }
    if (query.result() != null) {
      where.add("result = ?", query.result().name());
    }
    if (!query.actor().isEmpty()) {
      where.add("lower(actor_name) like ? escape '!'", containing(query.actor()));
    }
    if (!query.action().isEmpty()) {
      where.add("action like ? escape '!'", escaped(query.action()) + "%");
    }
    if (!query.subjectKind().isEmpty()) {
      where.add("subject_kind = ?", query.subjectKind());
    }
    if (!query.subjectId().isEmpty()) {
      where.add("subject_id = ?", query.subjectId());
    }
    if (!query.text().isEmpty()) {
      text(where, query.text());
    }
    reach(where, actor);
    return where;
  }

  /** In the detail a text stands as JSON writes it. */
  private static void text(Conditions where, String text) {
    String quoted = JSON.writeValueAsString(text);
    where.add(
        """
        (lower(actor_name || ' ' || address || ' ' || action || ' ' || subject_kind || ' ' || subject_id
          || ' ' || subject_display || ' ' || subject_environment) like ? escape '!'
          or lower(detail) like ? escape '!')\
        """,
        containing(text),
        containing(quoted.substring(1, quoted.length() - 1)));
  }

  private static void reach(Conditions where, Actor actor) {
    if (actor.scope().everywhere()) {
      return;
    }
    List<Object> values = new ArrayList<>();
    values.add(actor.id().value());
    values.addAll(actor.scope().environments());
    String places = "?" + ", ?".repeat(Math.max(0, actor.scope().environments().size() - 1));
    where.add(
        actor.scope().environments().isEmpty()
            ? "actor_id = ?"
            : "(actor_id = ? or subject_environment in (" + places + "))",
        values.toArray());
  }

  private static String containing(String text) {
    return "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%";
  }

  private static String escaped(String text) {
    // neither database can hold it, and one refuses it even in a question
    String plain = text.replace("\u0000", "\ufffd");
    return plain.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  /** Parts of a WHERE clause with their values. */
  private static final class Conditions {
    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private void add(String part, Object... with) {
      parts.add(part);
      values.addAll(List.of(with));
    }
  }
}

package dev.bascule.audit.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditExport;
import dev.bascule.audit.AuditLog;
import dev.bascule.audit.AuditPage;
import dev.bascule.audit.AuditQuery;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSearch;
import dev.bascule.audit.AuditSubject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads page after page and writes line after line; nothing is gathered in memory. */
@Component
final class WrittenExport implements AuditExport {
  private final AuditSearch search;
  private final AuditLog log;
  private final Permissions permissions;

  WrittenExport(AuditSearch search, AuditLog log, Permissions permissions) {
    this.search = search;
    this.log = log;
    this.permissions = permissions;
  }

  @Override
  public long write(Actor actor, AuditQuery query, Format format, OutputStream to)
      throws IOException {
    permissions.require(actor, Right.READ_AUDIT, "audit.export");
    // this very entry is not in the file: it would be in each one
    long before = note(actor, query, format, AuditResult.INTENT, Map.of()).seq();
    Lines lines = Lines.of(format);
    long written = 0;
    boolean whole = false;
    try (Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8))) {
      out.write(lines.begin());
      while (true) {
        AuditPage page = search.search(actor, query, before, AuditSearch.MOST);
        for (AuditEntry entry : page.entries()) {
          out.write(lines.line(entry));
        }
        written += page.entries().size();
        if (page.next().isEmpty()) {
          break;
        }
        if (written >= MOST) {
          out.write(lines.cut());
          break;
        }
        before = page.next().getAsLong();
      }
      out.flush();
      whole = true;
    } finally {
      note(
          actor,
          query,
          format,
          whole ? AuditResult.DONE : AuditResult.FAILED,
          Map.of("entries", written));
    }
    return written;
  }

  private AuditEntry note(
      Actor actor, AuditQuery query, Format format, AuditResult result, Map<String, ?> more) {
    Map<String, Object> detail = new LinkedHashMap<>(more);
    detail.put("format", format.suffix());
    put(detail, "from", query.from() == null ? "" : query.from().toString());
    put(detail, "to", query.to() == null ? "" : query.to().toString());
    put(detail, "actor", query.actor());
    put(detail, "action", query.action());
    put(detail, "subjectKind", query.subjectKind());
    put(detail, "subjectId", query.subjectId());
    put(detail, "result", query.result() == null ? "" : query.result().name());
    put(detail, "text", query.text());
    return log.append(actor, "audit.exported", AuditSubject.console(), result, detail);
  }

  private static void put(Map<String, Object> detail, String name, String value) {
    if (!value.isEmpty()) {
      detail.put(name, value);
    }
  }
}

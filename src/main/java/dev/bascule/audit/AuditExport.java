package dev.bascule.audit;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import java.io.IOException;
import java.io.OutputStream;

/** Writes found entries to a file that other programs read; docs/audit.md describes both forms. */
public interface AuditExport {
  /** At most so many entries in one file; a file that was cut says so in its last line. */
  int MOST = 100_000;

  /**
   * Writes what the actor may see of what the query finds, newest first, in UTF-8. That it was
   * exported stands in the log, before the first line and after the last.
   *
   * @return how many entries were written
   * @throws NotAllowed without READ_AUDIT
   * @throws AuditSearch.TookTooLong if a page of it could not be read within 2 s
   * @throws IOException if the receiver went away
   */
  long write(Actor actor, AuditQuery query, Format format, OutputStream to) throws IOException;

  /** How a file is written. */
  enum Format {
    /** RFC 4180 with a header line; no cell is a formula. */
    CSV("csv", "text/csv; charset=utf-8"),
    /** One JSON object a line, with every field of the canonical form. */
    JSON_LINES("jsonl", "application/x-ndjson");

    private final String suffix;
    private final String type;

    Format(String suffix, String type) {
      this.suffix = suffix;
      this.type = type;
    }

    /** The file name's end, without the dot. */
    public String suffix() {
      return suffix;
    }

    /** The media type. */
    public String type() {
      return type;
    }
  }
}

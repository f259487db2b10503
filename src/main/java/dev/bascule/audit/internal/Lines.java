package dev.bascule.audit.internal;

import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditExport;
import dev.bascule.audit.AuditExport.Format;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** How an entry becomes a line of a file. The names are those of the canonical form. */
sealed interface Lines {
  /** What a file begins with. */
  String begin();

  /** One entry, with the line's end. */
  String line(AuditEntry entry);

  /** What a file ends with that doesn't hold all that was found. */
  String cut();

  static Lines of(Format format) {
    return switch (format) {
      case CSV -> new Csv();
      case JSON_LINES -> new Json();
    };
  }

  private static Map<String, Object> fields(AuditEntry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seq", entry.seq());
    fields.put("at", Chain.time(entry.at()));
    fields.put("actorKind", entry.actorKind().name());
    fields.put("actorId", entry.actorId().toString());
    fields.put("actorName", entry.actorName());
    fields.put("address", entry.address());
    fields.put("action", entry.action());
    fields.put("subjectKind", entry.subject().kind());
    fields.put("subjectId", entry.subject().id());
    fields.put("subjectDisplay", entry.subject().display());
    fields.put("subjectEnvironment", entry.subject().environment());
    fields.put("result", entry.result().name());
    fields.put("detail", entry.detail());
    fields.put("previousHash", entry.previousHash());
    fields.put("hash", entry.hash());
    return fields;
  }

  private static String tooMany() {
    return "Only the newest %d entries are in this file.".formatted(AuditExport.MOST);
  }

  /**
   * Comma-separated values. A spreadsheet takes a cell that begins with one of {@code = + - @} for
   * a formula: such a cell gets an apostrophe before it.
   */
  record Csv() implements Lines {
    private static final String FORMULA = "=+-@＝＋－＠";

    @Override
    public String begin() {
      return "seq,at,actorKind,actorId,actorName,address,action,subjectKind,subjectId,subjectDisplay,"
          + "subjectEnvironment,result,detail,previousHash,hash\r\n";
    }

    @Override
    public String line(AuditEntry entry) {
      return fields(entry).values().stream()
          .map(value -> cell(value.toString()))
          .collect(Collectors.joining(",", "", "\r\n"));
    }

    @Override
    public String cut() {
      return cell(tooMany()) + "\r\n";
    }

    static String cell(String text) {
      // some spreadsheets skip blanks before they look
      String seen = text.stripLeading();
      boolean formula = !seen.isEmpty() && FORMULA.indexOf(seen.charAt(0)) >= 0;
      return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
  }

  /** JSON lines. The detail stays a text: the hash covers its very characters. */
  record Json() implements Lines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String begin() {
      return "";
    }

    @Override
    public String line(AuditEntry entry) {
      return JSON.writeValueAsString(fields(entry)) + "\n";
    }

    @Override
    public String cut() {
      return JSON.writeValueAsString(Map.of("cut", tooMany())) + "\n";
    }
  }
}

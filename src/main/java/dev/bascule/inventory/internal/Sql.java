package dev.bascule.inventory.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How values stand in columns, in both databases. */
final class Sql {
  private Sql() {}

  /** Parameters of a statement, in order; null is SQL's null. */
  static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(instantOrNull(row, column), column);
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String nullToEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}

package dev.bascule.audit.web;

import dev.bascule.audit.AuditQuery;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSearch;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * What a program asked for. A name that is none is refused: who mistypes a filter must not get
 * everything.
 */
record Asked(AuditQuery query, long before, int limit) {
  private static final Set<String> NAMES =
      Set.of(
          "from",
          "to",
          "actor",
          "action",
          "subjectKind",
          "subjectId",
          "result",
          "text",
          "before",
          "limit");
  private static final int USUAL = 100;

  static Asked of(Map<String, String> given) {
    for (String name : given.keySet()) {
      if (!NAMES.contains(name)) {
        throw problem("There is no such parameter. Known are: " + new TreeSet<>(NAMES) + ".");
      }
    }
    AuditQuery query =
        new AuditQuery(
            time("from", given),
            time("to", given),
            text("actor", 200, given),
            text("action", 200, given),
            text("subjectKind", 50, given),
            text("subjectId", 400, given),
            result(given),
            text("text", 200, given));
    return new Asked(
        query,
        number("before", 1, Long.MAX_VALUE, Long.MAX_VALUE, given),
        (int) number("limit", 1, AuditSearch.MOST, USUAL, given));
  }

  private static String text(String name, int longest, Map<String, String> given) {
    String text = given.getOrDefault(name, "");
    if (text.length() > longest) {
      throw problem("“%s” has at most %d characters.".formatted(name, longest));
    }
    return text;
  }

  private static @Nullable Instant time(String name, Map<String, String> given) {
    String text = given.getOrDefault(name, "");
    if (text.isEmpty()) {
      return null;
    }
    try {
      // beyond these years neither database can compare
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= 1970 && time.getYear() <= 9999) {
        return time.toInstant();
      }
    } catch (DateTimeException e) {
      throw problem(wrongTime(name));
    }
    throw problem(wrongTime(name));
  }

  private static String wrongTime(String name) {
    return "“%s” is a time with its offset, such as 2026-11-23T02:14:07Z.".formatted(name);
  }

  private static @Nullable AuditResult result(Map<String, String> given) {
    String text = given.getOrDefault("result", "");
    if (text.isEmpty()) {
      return null;
    }
    return Arrays.stream(AuditResult.values())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> problem("“result” is one of " + Arrays.toString(AuditResult.values()) + "."));
  }

  private static long number(
      String name, long least, long most, long usual, Map<String, String> given) {
    String text = given.getOrDefault(name, "");
    if (text.isEmpty()) {
      return usual;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw problem("“%s” is a number from %d to %d.".formatted(name, least, most));
    }
    throw problem("“%s” is a number from %d to %d.".formatted(name, least, most));
  }

  private static ErrorResponseException problem(String detail) {
    return new ErrorResponseException(
        HttpStatus.BAD_REQUEST,
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail),
        null);
  }
}

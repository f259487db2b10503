package dev.bascule.patroni.rest;

import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a node's JSON within limits, and tolerantly: a field of the wrong kind is a missing one.
 */
final class RestJson {
  private static final int LONGEST_WORD = 200;
  private static final int LONGEST_NAME = 512;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(256 * 1024)
                          .maxNumberLength(40)
                          .maxNameLength(1024)
                          .build())
                  .build())
          .build();

  private RestJson() {}

  /** The object that a body holds; empty when it holds anything else. */
  static Optional<JsonNode> object(byte[] body) {
    try {
      var node = MAPPER.readTree(body);
      return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  static String word(JsonNode object, String field) {
    var text = optional(object, field);
    return text == null ? "" : text;
  }

  static @Nullable String optional(JsonNode object, String field) {
    var node = object.get(field);
    if (node == null || !node.isValueNode() || node.isNull()) {
      return null;
    }
    var text = node.asString();
    return text.length() <= LONGEST_WORD ? text : text.substring(0, LONGEST_WORD) + "…";
  }

  static @Nullable MemberName name(JsonNode object, String field) {
    var node = object.get(field);
    return node != null
            && node.isString()
            && !node.stringValue().isEmpty()
            && node.stringValue().length() <= LONGEST_NAME
        ? new MemberName(node.stringValue())
        : null;
  }

  static boolean flag(JsonNode object, String field) {
    return object.path(field).asBoolean(false);
  }

  static int integer(JsonNode object, String field) {
    var node = object.get(field);
    return node != null && node.isIntegralNumber() && node.canConvertToInt() && node.intValue() > 0
        ? node.intValue()
        : 0;
  }

  /** A count of bytes; null for {@code "unknown"} and anything else. */
  static @Nullable Long bytes(JsonNode object, String field) {
    var node = object.get(field);
    return node != null && node.isIntegralNumber() && node.canConvertToLong()
        ? Long.valueOf(Math.max(0, node.longValue()))
        : null;
  }

  /** A place as a number of bytes or in PostgreSQL's form; 0 is what Patroni says for unknown. */
  static @Nullable Lsn lsn(JsonNode object, String field) {
    var node = object.get(field);
    if (node == null) {
      return null;
    }
    if (node.isString()) {
      return Lsn.parse(node.stringValue()).orElse(null);
    }
    return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0
        ? new Lsn(node.longValue())
        : null;
  }

  /** ISO 8601, with a space or a T. */
  static @Nullable Instant time(JsonNode object, String field) {
    var text = optional(object, field);
    if (text == null || text.length() > 64) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Seconds since 1970. */
  static @Nullable Instant epoch(JsonNode object, String field) {
    var node = object.get(field);
    return node != null
            && node.isNumber()
            && node.doubleValue() > 0
            && node.doubleValue() < 253_402_300_800.0
        ? Instant.ofEpochMilli((long) (node.doubleValue() * 1000))
        : null;
  }
}

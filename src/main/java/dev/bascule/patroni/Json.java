package dev.bascule.patroni;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON from the DCS and from nodes within limits: both are untrusted. */
final class Json {
  /** Longest value read, in bytes. */
  static final int LONGEST = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxDocumentLength(LONGEST)
                          .maxStringLength(256 * 1024)
                          .maxNumberLength(40)
                          .maxNameLength(1024)
                          .build())
                  .build())
          .build();

  private Json() {}

  /** The value as text; unreadable when it is too long or not UTF-8. */
  static Reading<String> text(byte[] value) {
    if (value.length > LONGEST) {
      return new Reading.Unreadable<>("it is longer than " + LONGEST + " bytes");
    }
    try {
      return new Reading.Read<>(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
    } catch (CharacterCodingException e) {
      return new Reading.Unreadable<>("it is not UTF-8 text");
    }
  }

  static Reading<JsonNode> read(byte[] value) {
    if (value.length > LONGEST) {
      return new Reading.Unreadable<>("it is longer than " + LONGEST + " bytes");
    }
    try {
      var node = MAPPER.readTree(value);
      return node == null || node.isMissingNode()
          ? new Reading.Unreadable<>("it is empty")
          : new Reading.Read<>(node);
    } catch (JacksonException e) {
      return new Reading.Unreadable<>("it is not valid JSON within the limits");
    }
  }

  static JsonNode object() {
    return MAPPER.createObjectNode();
  }

  static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  static @Nullable String string(JsonNode object, String field) {
    var node = object.get(field);
    return node == null || node.isNull() ? null : plain(node);
  }

  static int integer(JsonNode object, String field, int otherwise) {
    var node = object.get(field);
    return node != null && node.isIntegralNumber() && node.canConvertToInt()
        ? node.intValue()
        : otherwise;
  }

  static @Nullable Lsn lsn(JsonNode object, String field) {
    var node = object.get(field);
    return node == null ? null : lsn(node).orElse(null);
  }

  static Optional<Lsn> lsn(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0) {
      return Optional.of(new Lsn(node.longValue()));
    }
    return node.isString() ? Lsn.parse(node.stringValue()) : Optional.empty();
  }

  /** A scalar as its text, anything else as JSON. */
  static String plain(JsonNode node) {
    return node.isString()
        ? node.stringValue()
        : node.isValueNode() ? node.asString() : write(node);
  }
}

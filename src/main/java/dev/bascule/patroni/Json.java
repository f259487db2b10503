package dev.bascule.patroni;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON from the DCS and from nodes within limits: both are untrusted. */
final class Json {
  /** Longest value read, in bytes. */
  static final int LONGEST = 1 << 20;

  /** Longest array read for its last elements, in bytes: a history of very many timelines. */
  static final int LONGEST_ARRAY = 1 << 24;

  private static final int LONGEST_WORD = 200;
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final String INVALID = "it is not valid JSON within the limits";

  private static final JsonMapper MAPPER = mapper(LONGEST);
  private static final JsonMapper LONG = mapper(LONGEST_ARRAY);

  /** One element of an array has others behind it. */
  private static final ObjectReader ELEMENT =
      LONG.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  private static JsonMapper mapper(int longest) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(64)
                        .maxDocumentLength(longest)
                        .maxStringLength(256 * 1024)
                        .maxNumberLength(40)
                        .maxNameLength(1024)
                        .build())
                .build())
        .build();
  }

  /** At most so many characters of a text; what is cut ends with an ellipsis. */
  static String shortened(String text) {
    return text.length() <= LONGEST_WORD ? text : text.substring(0, LONGEST_WORD) + "…";
  }

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
      return new Reading.Unreadable<>(INVALID);
    }
  }

  /** A value that must be a JSON object. */
  static Reading<JsonNode> object(byte[] value) {
    return read(value)
        .then(
            node ->
                node.isObject()
                    ? new Reading.Read<>(node)
                    : new Reading.Unreadable<>("it is not a JSON object"));
  }

  /**
   * The last elements of a JSON array that may be long: it is read as a stream and only so many are
   * kept.
   */
  static Reading<List<JsonNode>> lastElements(byte[] value, int most) {
    if (value.length > LONGEST_ARRAY) {
      return new Reading.Unreadable<>("it is longer than " + LONGEST_ARRAY + " bytes");
    }
    var kept = new ArrayDeque<JsonNode>(most);
    try (var parser = LONG.createParser(value)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return new Reading.Unreadable<>("it is not a JSON array");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (kept.size() == most) {
          kept.removeFirst();
        }
        kept.addLast(ELEMENT.readTree(parser));
      }
      return parser.nextToken() == null
          ? new Reading.Read<>(List.copyOf(kept))
          : new Reading.Unreadable<>(INVALID);
    } catch (JacksonException e) {
      return new Reading.Unreadable<>(INVALID);
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
    var number = number(object, field, otherwise);
    return number == (int) number ? (int) number : otherwise;
  }

  /** A whole number, also one written as text, as Patroni reads it. */
  static long number(JsonNode object, String field, long otherwise) {
    var node = object.get(field);
    if (node == null) {
      return otherwise;
    }
    if (node.isIntegralNumber()) {
      return node.canConvertToLong() ? node.longValue() : otherwise;
    }
    return node.isString() && WHOLE.matcher(node.stringValue()).matches()
        ? Long.parseLong(node.stringValue())
        : otherwise;
  }

  static @Nullable Lsn lsn(JsonNode object, String field) {
    var node = object.get(field);
    return node == null ? null : lsn(node).orElse(null);
  }

  /** A place in the WAL; 0 is what Patroni writes when it doesn't know. */
  static Optional<Lsn> lsn(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0) {
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

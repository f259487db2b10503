package dev.bascule.operation.internal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Report;
import dev.bascule.operation.Sheet;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values as the JSON text that is kept. Fields that a newer Bascule wrote are skipped. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Fact.class, FactKinds.class)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** The stable names of the kinds of facts. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Fact.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Fact.Bytes.class, name = "bytes"),
    @JsonSubTypes.Type(value = Fact.Length.class, name = "length"),
    @JsonSubTypes.Type(value = Fact.At.class, name = "at"),
    @JsonSubTypes.Type(value = Fact.Words.class, name = "words"),
    @JsonSubTypes.Type(value = Fact.Unknown.class, name = "unknown")
  })
  private interface FactKinds {}

  static String text(Sheet sheet) {
    return MAPPER.writeValueAsString(sheet);
  }

  static Sheet sheet(String text) {
    return MAPPER.readValue(text, Sheet.class);
  }

  static String text(Fence fence) {
    return MAPPER.writeValueAsString(fence.facts());
  }

  static Fence fence(String text) {
    return new Fence(MAPPER.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {}));
  }

  static String text(Phrase phrase) {
    return MAPPER.writeValueAsString(phrase);
  }

  static Phrase phrase(String text) {
    return MAPPER.readValue(text, Phrase.class);
  }

  static String text(Outcome outcome) {
    return MAPPER.writeValueAsString(outcome);
  }

  static Outcome outcome(String text) {
    return MAPPER.readValue(text, Outcome.class);
  }

  static String text(List<Fence.Difference> differences) {
    return MAPPER.writeValueAsString(differences);
  }

  static List<Fence.Difference> differences(String text) {
    return MAPPER.readValue(text, new TypeReference<List<Fence.Difference>>() {});
  }

  static String text(Report report) {
    return MAPPER.writeValueAsString(report);
  }

  static Report report(String text) {
    return MAPPER.readValue(text, Report.class);
  }

  static String words(List<String> words) {
    return MAPPER.writeValueAsString(words);
  }

  static List<String> words(String text) {
    return MAPPER.readValue(text, new TypeReference<List<String>>() {});
  }
}

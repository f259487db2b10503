package dev.bascule.pglift.internal;

import dev.bascule.pglift.Instance;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.InstanceName;
import dev.bascule.pglift.ServerFacts;
import dev.bascule.pglift.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Understands what pglift and psql print, within limits; empty for what is none of it. */
final class Words {
  private static final int LONGEST_VALUE = 4096;
  private static final Pattern VERSION =
      Pattern.compile("(?m)^pglift,? version ([0-9][0-9A-Za-z.+-]{0,31})\\s*$");
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxDocumentLength(2 << 20)
                          .maxNumberLength(40)
                          .build())
                  .build())
          .build();

  private Words() {}

  static Optional<String> version(String output) {
    Matcher found = VERSION.matcher(output);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** The settings as text, if they are a JSON object. */
  static Optional<String> settings(String output) {
    return json(output).filter(JsonNode::isObject).map(_ -> output.strip());
  }

  /** What can't be an instance is left out. */
  static Optional<List<Instance>> instances(String output) {
    return json(output).filter(JsonNode::isArray).map(Words::instances);
  }

  private static List<Instance> instances(JsonNode list) {
    var found = new ArrayList<Instance>();
    for (JsonNode one : list) {
      InstanceName.parse(text(one, "version") + "/" + text(one, "name"))
          .map(
              name ->
                  new Instance(
                      name,
                      one.path("port").asInt(0),
                      text(one, "datadir"),
                      text(one, "status").equals("running")))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** Only what can be an environment variable. */
  static Optional<InstanceEnv> environment(String output) {
    return json(output)
        .filter(JsonNode::isObject)
        .map(
            object -> {
              var values = new HashMap<String, String>();
              for (var field : object.properties()) {
                String value = text(object, field.getKey());
                if (field.getKey().matches("[A-Za-z_][A-Za-z0-9_]{0,127}")
                    && !value.isEmpty()
                    && value.length() <= LONGEST_VALUE
                    && value.chars().noneMatch(Character::isISOControl)) {
                  values.put(field.getKey(), value);
                }
              }
              return new InstanceEnv(values);
            });
  }

  static Optional<Instant> loadedAt(String output) {
    return json(output)
        .map(object -> object.path("loadedAt"))
        .filter(JsonNode::isIntegralNumber)
        .map(micros -> Instant.EPOCH.plus(micros.asLong(0), ChronoUnit.MICROS));
  }

  static Optional<Sessions> sessions(String output) {
    return json(output)
        .filter(object -> object.path("applications").isArray())
        .map(
            object ->
                new Sessions(
                    list(object, "applications", Words::application),
                    list(object, "longest", Words::transaction),
                    object.path("prepared").asInt(0),
                    object.path("backups").asInt(0)));
  }

  private static Sessions.Application application(JsonNode one) {
    return new Sessions.Application(
        text(one, "name"),
        text(one, "user"),
        one.path("sessions").asInt(0),
        one.path("active").asInt(0));
  }

  private static Sessions.OpenTransaction transaction(JsonNode one) {
    return new Sessions.OpenTransaction(
        one.path("pid").asInt(0),
        text(one, "application"),
        text(one, "user"),
        Duration.ofSeconds(Math.max(0, one.path("age").asLong(0))));
  }

  static Optional<ServerFacts> facts(String output) {
    return json(output)
        .filter(object -> object.path("inRecovery").isBoolean())
        .map(
            object ->
                new ServerFacts(
                    object.path("inRecovery").booleanValue(),
                    text(object, "dataDirectory"),
                    text(object, "systemIdentifier"),
                    object.path("version").asInt(0),
                    object.path("checksums").asBoolean(false),
                    object.path("walLogHints").asBoolean(false)));
  }

  private static <T> List<T> list(
      JsonNode object, String field, java.util.function.Function<JsonNode, T> read) {
    var all = new ArrayList<T>();
    for (JsonNode one : object.path(field)) {
      all.add(read.apply(one));
    }
    return all;
  }

  private static Optional<JsonNode> json(String output) {
    try {
      return Optional.ofNullable(JSON.readTree(output)).filter(node -> !node.isMissingNode());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).asString("");
  }
}

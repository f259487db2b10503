package dev.bascule.ssh.internal;

import dev.bascule.ssh.JobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the wrapper's one-line answers. */
final class JobAnswers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JobAnswers() {}

  /** The last line as JSON; null when it is none. */
  static @Nullable JsonNode read(String output) {
    var line = output.strip();
    line = line.substring(line.lastIndexOf('\n') + 1);
    try {
      var node = JSON.readTree(line);
      return node != null && node.isObject() ? node : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  static JobState state(JsonNode node) {
    return switch (node.path("state").asString("")) {
      case "absent" -> new JobState.Absent();
      case "void" -> new JobState.Voided();
      case "made" -> new JobState.Made();
      case "refused" -> new JobState.Refused(node.path("reason").asString(""));
      case "running" -> new JobState.Running(instant(node, "started"));
      case "finished" ->
          new JobState.Finished(
              node.path("rc").asInt(-1), instant(node, "started"), instant(node, "ended"));
      default ->
          new JobState.Lost(
              node.has("started") ? instant(node, "started") : null,
              node.path("reason").asString("the host gave no usable answer"));
    };
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.ofEpochMilli((long) (node.path(field).asDouble(0) * 1000));
  }

  static byte[] description(dev.bascule.ssh.JobSpec spec) {
    var root = JSON.createObjectNode();
    var argv = root.putArray("argv");
    spec.program().words().forEach(argv::add);
    var environment = root.putObject("env");
    spec.environment().forEach(environment::put);
    var masks = root.putArray("masks");
    spec.masked().forEach(masks::add);
    root.put("timeout", spec.timeout().toSeconds());
    var guard = spec.guard();
    if (guard != null) {
      root.putObject("guard")
          .put("configFile", guard.configFile())
          .put("scope", guard.scope())
          .put("member", guard.member())
          .put("dataDirectory", guard.dataDirectory())
          .put("systemIdentifier", guard.systemIdentifier());
    }
    return JSON.writeValueAsBytes(root);
  }
}

package dev.bascule.ssh.internal;

import dev.bascule.ssh.ExecResult;
import dev.bascule.ssh.JobSpec;
import dev.bascule.ssh.JobState;
import dev.bascule.ssh.TerminalText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the wrapper's one-line answers. */
final class JobAnswers {
  /** rwx for the owner, nothing for anybody else. */
  private static final int OWN_ALONE = 63;

  private static final int LONGEST = 500;
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
      case "refused" -> new JobState.Refused(reason(node));
      case "running" -> new JobState.Running(instant(node, "started"));
      case "finished" ->
          new JobState.Finished(
              node.path("rc").asInt(-1), instant(node, "started"), instant(node, "ended"));
      default ->
          new JobState.Lost(node.has("started") ? instant(node, "started") : null, reason(node));
    };
  }

  /** The host's reason, readable and short; untrusted. */
  static String reason(JsonNode node) {
    return shortened(node.path("reason").asString(""));
  }

  /** What a program that gave no usable answer said instead. */
  static String said(ExecResult result) {
    return "exit " + result.exit() + ": " + shortened(result.stderr());
  }

  private static String shortened(String text) {
    var plain = TerminalText.plain(text).strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.ofEpochMilli((long) (node.path(field).asDouble(0) * 1000));
  }

  static byte[] description(JobSpec spec) {
    var root = JSON.createObjectNode();
    var argv = root.putArray("argv");
    spec.program().words().forEach(argv::add);
    var environment = root.putObject("env");
    spec.environment().forEach(environment::put);
    var masks = root.putArray("masks");
    spec.masked().forEach(masks::add);
    root.put("timeout", spec.timeout().toSeconds());
    if (spec.secluded()) {
      root.put("umask", OWN_ALONE);
    }
    var guard = spec.guard();
    if (guard != null) {
      var compared =
          root.putObject("guard")
              .put("configFile", guard.configFile())
              .put("scope", guard.scope())
              .put("member", guard.member());
      if (guard.dataDirectory() != null) {
        compared
            .put("dataDirectory", guard.dataDirectory())
            .put("systemIdentifier", guard.systemIdentifier());
      }
    }
    return JSON.writeValueAsBytes(root);
  }
}

package dev.bascule.lab;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** The real lab that the scenarios run on: its facts, and its verbs as methods. */
final class Lab {
  private static final Duration READY = Duration.ofMinutes(8);
  private final Map<String, String> facts;
  private final Path script;
  private final Map<String, String> patroniConfigs = new ConcurrentHashMap<>();

  private Lab(Map<String, String> facts) {
    this.facts = facts;
    this.script = Path.of("lab", "lab").toAbsolutePath();
  }

  /**
   * Waits for the lab that the launcher brings up beside the build.
   *
   * @throws IllegalStateException when no lab was announced, or it failed to come up
   */
  static Lab ready() {
    var file = System.getProperty("bascule.lab");
    if (file == null) {
      throw new IllegalStateException(
          "no lab: run ./bascule test, or -Dbascule.lab=FILE with what 'lab env' prints");
    }
    var env = Path.of(file);
    Awaitility.await("the lab")
        .atMost(READY)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> Files.exists(env) || Files.exists(env.resolveSibling("lab.failed")));
    if (!Files.exists(env)) {
      throw new IllegalStateException("the lab did not come up: see target/log/lab.log");
    }
    try {
      return new Lab(
          Files.readAllLines(env).stream()
              .filter(line -> line.contains("="))
              .map(line -> line.split("=", 2))
              .collect(toMap(pair -> pair[0], pair -> pair[1].replaceAll("^['\"]|['\"]$", ""))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String fact(String key) {
    return Objects.requireNonNull(
        facts.get(key), () -> "lab env has no " + key + ": " + facts.keySet());
  }

  List<String> nodes() {
    return List.of(fact("LAB_NODES").split(" "));
  }

  String address(String node) {
    return fact("LAB_ADDRESS_" + node.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  /** The ed25519 host key as in known_hosts: type and base64. */
  String hostKey(String node) {
    try (var lines = Files.lines(Path.of(fact("LAB_SSH_KNOWN_HOSTS")))) {
      return lines
          .filter(line -> line.startsWith(node + ",") && line.contains(" ssh-ed25519 "))
          .map(line -> line.substring(line.indexOf(' ') + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a verb of the lab and returns what it printed; fails when it fails. */
  String run(String... words) {
    var answer = attempt(words);
    if (answer.exit() != 0) {
      throw new IllegalStateException("lab " + String.join(" ", words) + ": " + answer);
    }
    return answer.output();
  }

  Answer attempt(String... words) {
    var command = new ArrayList<String>();
    command.add(script.toString());
    command.addAll(List.of(words));
    return Command.run(command, labEnvironment(), Duration.ofMinutes(3));
  }

  /** As the instances' owner on a host. */
  String ssh(String node, String... command) {
    return run(concat(List.of("ssh", node), command));
  }

  /**
   * What {@code patronictl} prints on a host, with the instance's own configuration as {@code
   * pglift instance env} names it; asked once, because pglift takes its time.
   */
  String patronictl(String node, String... words) {
    var config =
        patroniConfigs.computeIfAbsent(
            node,
            one ->
                JsonMapper.shared()
                    .readTree(ssh(one, "pglift", "instance", "env", "main", "-o", "json"))
                    .required("PATRONICTL_CONFIG_FILE")
                    .stringValue());
    return ssh(
        node, concat(List.of("env", "PATRONICTL_CONFIG_FILE=" + config, "patronictl"), words));
  }

  /** As root on a host. */
  String exec(String node, String... command) {
    return run(concat(List.of("exec", node), command));
  }

  Map<String, String> labEnvironment() {
    return Map.of("LAB_NAME", fact("LAB_NAME"), "LAB_STATE", fact("LAB_STATE"));
  }

  private static String[] concat(List<String> head, String... tail) {
    var all = new ArrayList<>(head);
    all.addAll(List.of(tail));
    return all.toArray(String[]::new);
  }

  /** What a command answered: standard output and error together. */
  record Answer(int exit, String output) {}

  /** Runs programs of this machine with a time-out. */
  static final class Command {
    private Command() {}

    static Answer run(List<String> command, Map<String, String> environment, Duration limit) {
      try {
        var out = Files.createTempFile("command", ".out");
        var builder =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        var ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
          process.destroyForcibly();
        }
        var output = Files.readString(out);
        Files.delete(out);
        if (!ended) {
          throw new IllegalStateException(command + " did not end within " + limit + ": " + output);
        }
        return new Answer(process.exitValue(), output);
      } catch (IOException e) {
        throw new IllegalStateException(command + " could not be run", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}

package dev.bascule.bench;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The lab that is written to, as {@code lab env} describes it. Anything that isn't a lab is
 * refused: the bench writes made-up clusters into etcd.
 */
record BenchLab(Map<String, String> facts) {
  private static final int LONGEST_ANSWER_SECONDS = 180;

  /**
   * Reads what {@code lab env} printed.
   *
   * @throws Refused when it does not describe a lab of this machine
   */
  static BenchLab read(Path file) throws IOException {
    var facts =
        Files.readAllLines(file).stream()
            .filter(line -> line.contains("="))
            .map(line -> line.split("=", 2))
            .collect(toMap(pair -> pair[0], pair -> pair[1].replaceAll("^['\"]|['\"]$", "")));
    var lab = new BenchLab(facts);
    lab.refuseOthers();
    return lab;
  }

  /** It isn't a lab. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super("the bench writes to etcd and is for the lab alone: " + why);
    }
  }

  private void refuseOthers() {
    var state = Path.of(fact("LAB_STATE"));
    if (!Files.isDirectory(state.resolve("hosts")) || !Files.exists(state.resolve("etcd-auth"))) {
      throw new Refused(state + " is not the state of a lab that is up");
    }
    if (!Path.of(fact("LAB_PKI")).startsWith(state)) {
      throw new Refused("the certificates are not those of the lab");
    }
    var network = fact("LAB_NET").replaceAll("\\.0/24$", ".");
    for (var endpoint : endpoints()) {
      var host = String.valueOf(URI.create(endpoint).getHost());
      if (!host.startsWith(network) || !network.startsWith("10.77.")) {
        throw new Refused(endpoint + " is not an address of the lab's own network");
      }
    }
  }

  String fact(String key) {
    return Objects.requireNonNull(facts.get(key), () -> "lab env has no " + key);
  }

  List<String> endpoints() {
    return Arrays.asList(fact("LAB_ETCD_ENDPOINTS").split(","));
  }

  List<String> nodes() {
    return Arrays.asList(fact("LAB_NODES").split(" "));
  }

  Path pki(String name) {
    return Path.of(fact("LAB_PKI"), name);
  }

  /** A command as the instances' owner on a host, with the environment of Patroni's tools. */
  ProcessBuilder patronictl(String node, String... words) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of("lab", "lab").toAbsolutePath().toString(),
                "ssh",
                node,
                "pglift",
                "instance",
                "exec",
                "main",
                "--",
                "patronictl"));
    command.addAll(Arrays.asList(words));
    var builder = new ProcessBuilder(command);
    builder.environment().put("LAB_NAME", fact("LAB_NAME"));
    builder.environment().put("LAB_STATE", fact("LAB_STATE"));
    builder.redirectInput(Path.of("/dev/null").toFile());
    return builder;
  }

  /** Runs a command to its end; what it printed. */
  static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    var process = builder.redirectErrorStream(true).start();
    var said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
    if (!process.waitFor(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(builder.command() + " did not end");
    }
    if (process.exitValue() != 0) {
      throw new IOException(builder.command() + ": " + said);
    }
    return said;
  }
}

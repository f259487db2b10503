package dev.bascule.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long the console takes from exec until it says that it is up, alone: on a new data directory,
 * and again on the same.
 *
 * <p>Arguments: the file for the results, a port, options, {@code --}, then the console's command,
 * which is run in {@code target/app}.
 */
final class StartBench {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final double EXPECTED = 4000;
  private final List<String> command;
  private final int port;

  private StartBench(List<String> command, int port) {
    this.command = command;
    this.port = port;
  }

  public static void main(String[] words) throws Exception {
    var all = Arrays.asList(words);
    var options = all.subList(2, all.indexOf("--"));
    var runs =
        options.contains("--runs")
            ? Integer.parseInt(options.get(options.indexOf("--runs") + 1))
            : 5;
    var port = Integer.parseInt(words[1]);
    var command = new ArrayList<>(all.subList(all.indexOf("--") + 1, all.size()));
    command.add("--server.port=" + port);
    var bench = new StartBench(command, port);
    var raw = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < runs; i++) {
      var data = Files.createTempDirectory("bascule-start");
      try {
        raw.add(bench.run("new data directory", data));
        raw.add(bench.run("again", data));
      } finally {
        delete(data);
      }
    }
    Files.writeString(
        Path.of(words[0]),
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(Map.of("command", command, "raw", raw)));
    for (var kind : List.of("new data directory", "again")) {
      var millis =
          raw.stream()
              .filter(one -> kind.equals(one.get("kind")))
              .map(one -> ((Number) Objects.requireNonNull(one.get("millis"))).doubleValue())
              .toList();
      var median = Moments.percentile(millis, 0.5);
      System.out.printf(
          "%-20s median %.0f ms of %s; %s%n",
          kind,
          median,
          millis,
          median <= EXPECTED ? "as expected (at most 4 s)" : "NOT as expected (at most 4 s)");
    }
    System.out.println("load " + Machine.load());
  }

  private Map<String, Object> run(String kind, Path data) throws Exception {
    var one = new LinkedHashMap<String, Object>();
    one.put("kind", kind);
    one.put("load", Machine.load());
    var builder =
        new ProcessBuilder(command)
            .directory(Path.of("target/app").toFile())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("console.log").toFile());
    builder.environment().put("BASCULE_DATA", data.toString());
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      var began = System.nanoTime();
      var process = builder.start();
      try {
        awaitUp(http, process);
        one.put("millis", Moments.rounded((System.nanoTime() - began) / 1e6));
        one.put(
            "processorMillis",
            process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L));
      } finally {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    }
    System.out.println(one);
    return one;
  }

  private void awaitUp(HttpClient http, Process process) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
            .timeout(Duration.ofSeconds(10))
            .build();
    var deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        if (http.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("\"UP\"")) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("the console did not come up");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package dev.bascule.lab;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged console as a process of its own, with people and without any cluster. */
final class LoneConsole implements AutoCloseable {
  private final Process process;
  private final int port;

  private LoneConsole(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static LoneConsole start(Path data) throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var builder =
        new ProcessBuilder(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dspring.aot.enabled=true",
                "-Djdk.virtualThreadScheduler.parallelism=16",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                Path.of("target/bascule.jar").toAbsolutePath().toString(),
                "--server.port=" + port));
    builder.environment().put("BASCULE_DATA", data.toString());
    builder.environment().put("BASCULE_BOOTSTRAP_PEOPLE", ScenarioFiles.people(data).toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(data.resolve("console.log").toFile());
    var console = new LoneConsole(builder.directory(data.toFile()).start(), port);
    Awaitility.await("the console: " + data.resolve("console.log"))
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(console::healthy);
    return console;
  }

  int port() {
    return port;
  }

  private boolean healthy() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var health = URI.create("http://localhost:" + port + "/actuator/health");
      return client
              .send(
                  HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .statusCode()
          == 200;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}

package dev.bascule.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The packaged console as a process of its own, which a scenario may kill and start again. */
final class Console implements AutoCloseable {
  static final String TOKEN = "scenario-token-" + Long.toHexString(System.nanoTime());
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Lab lab;
  private final Path data;
  private final int port;
  private @Nullable Process process;

  private Console(Lab lab, Path data, int port) {
    this.lab = lab;
    this.data = data;
    this.port = port;
  }

  /** Starts a console on a fresh data directory, with the lab as its inventory. */
  static Console start(Lab lab) {
    return start(lab, Map.of());
  }

  /**
   * The same.
   *
   * @param settings system properties of this first run
   */
  static Console start(Lab lab, Map<String, String> settings) {
    try {
      var console = new Console(lab, Files.createTempDirectory("bascule-console"), freePort());
      console.up(settings);
      lab.run("authorize", console.data.resolve("console.pub").toString());
      return console;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String url() {
    return "http://localhost:" + port;
  }

  Path data() {
    return data;
  }

  /**
   * Starts the process on the same data and waits until it is healthy.
   *
   * @param settings system properties
   */
  void up(Map<String, String> settings) {
    launch(settings);
    Awaitility.await("the console: " + data.resolve("console.log"))
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(100))
        .until(this::healthy);
  }

  /**
   * Starts the process on the same data, and leaves it to itself.
   *
   * @param settings system properties
   */
  void launch(Map<String, String> settings) {
    try {
      var command = new ArrayList<>(Unpacked.console().java());
      settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
      command.addAll(Unpacked.console().program());
      command.add("--server.port=" + port);
      var builder = new ProcessBuilder(command).directory(data.toFile()).redirectErrorStream(true);
      builder.redirectOutput(
          ProcessBuilder.Redirect.appendTo(data.resolve("console.log").toFile()));
      var environment = builder.environment();
      environment.put("BASCULE_DATA", data.toString());
      environment.put("BASCULE_BOOTSTRAP_PEOPLE", ScenarioFiles.people(data).toString());
      environment.put("BASCULE_BOOTSTRAP_INVENTORY", ScenarioFiles.inventory(data, lab).toString());
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process as a power cut would. */
  void kill() {
    var running = process;
    if (running != null) {
      running.destroyForcibly();
      awaitEnd(running, Duration.ofSeconds(10));
    }
  }

  /** Waits until the process ended by itself, as it does at a failpoint. */
  void awaitEnd(Duration limit) {
    var running = process;
    if (running != null) {
      awaitEnd(running, limit);
    }
  }

  /** Asks the process to end, as an operator's systemd does, and waits for it. */
  void terminate(Duration limit) {
    var running = process;
    if (running != null) {
      running.destroy();
      awaitEnd(running, limit);
    }
  }

  boolean alive() {
    var running = process;
    return running != null && running.isAlive();
  }

  /** GET on the API with the scenario's token; fails on any status but 200. */
  String api(String path) {
    try {
      var answer =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(url() + path))
                  .timeout(Duration.ofSeconds(10))
                  .header("Authorization", "Bearer " + TOKEN)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean healthy() {
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(URI.create(url() + "/actuator/health"))
                      .timeout(Duration.ofSeconds(10))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void awaitEnd(Process process, Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the console did not end within " + limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Ends it as an operator does. One that doesn't end is killed, and what its threads were doing is
   * kept beside its log.
   */
  @Override
  public void close() {
    var running = process;
    if (running == null || !running.isAlive()) {
      return;
    }
    running.destroy();
    try {
      awaitEnd(running, Duration.ofSeconds(60));
    } catch (IllegalStateException e) {
      var threads =
          Lab.Command.run(
              List.of(
                  System.getProperty("java.home") + "/bin/jcmd",
                  Long.toString(running.pid()),
                  "Thread.print"),
              Map.of(),
              Duration.ofSeconds(30));
      running.destroyForcibly();
      throw new IllegalStateException("the console hangs at its end:\n" + threads.output(), e);
    }
  }
}

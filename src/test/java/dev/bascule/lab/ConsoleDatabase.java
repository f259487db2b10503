package dev.bascule.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of this machine for one console, which a scenario may kill and start again. */
final class ConsoleDatabase implements AutoCloseable {
  private final Path directory;
  private final int port;

  private ConsoleDatabase(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  static ConsoleDatabase start() {
    try {
      var directory = Files.createTempDirectory("bascule-console-pg");
      execute(List.of("chown", "postgres:", directory.toString()));
      var database = new ConsoleDatabase(directory, freePort());
      database.run("initdb", "--auth=trust", "--username=bascule", "--no-sync");
      database.up();
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** What a console needs to use it. */
  Map<String, String> settings() {
    return Map.of(
        "bascule.db.url",
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "bascule.db.user",
        "bascule");
  }

  void up() {
    run(
        "pg_ctl",
        "start",
        "--wait",
        "--log=" + directory.resolve("log"),
        "--options=-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
            .formatted(port));
  }

  /** As after a power cut: no connection is ended in order. */
  void kill() {
    var file = directory.resolve("data/postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    try (var lines = Files.lines(file)) {
      var postmaster = ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()));
      var all = new ArrayList<ProcessHandle>();
      postmaster.ifPresent(
          process -> {
            all.add(process);
            process.descendants().forEach(all::add);
          });
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(process -> process.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String program, String... words) {
    var command = new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres"));
    command.addAll(List.of("--init-groups", "--", binary(program)));
    command.addAll(List.of(words));
    command.add("--pgdata=" + directory.resolve("data"));
    execute(command);
  }

  private static void execute(List<String> command) {
    var answer = Lab.Command.run(command, Map.of(), Duration.ofSeconds(90));
    if (answer.exit() != 0) {
      throw new IllegalStateException(command + ": " + answer);
    }
  }

  private static String binary(String program) {
    try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin").resolve(program))
          .filter(Files::isExecutable)
          .max(Comparator.naturalOrder())
          .orElseThrow()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}

package dev.bascule.support;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL of the tests' own, from the machine's binaries: started by the first test that needs
 * it, ended with the JVM. Databases are copies of one that was migrated once.
 */
final class PostgresServer {
  static final String USER = "bascule";
  private static final String TEMPLATE = "migrated";
  private static final Object LOCK = new Object();
  private static @Nullable PostgresServer running;

  private final Path directory;
  private final Path binaries;
  private final int port;
  private final String password = UUID.randomUUID().toString();

  private PostgresServer(Path directory, Path binaries, int port) {
    this.directory = directory;
    this.binaries = binaries;
    this.port = port;
  }

  static PostgresServer running() {
    synchronized (LOCK) {
      PostgresServer server = running;
      if (server == null) {
        server = start();
        running = server;
      }
      return server;
    }
  }

  private static PostgresServer start() {
    try {
      PostgresServer server =
          new PostgresServer(Files.createTempDirectory("bascule-pg-"), binaries(), freePort());
      server.initialize();
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
      server.up();
      server.create(TEMPLATE, "template0");
      try (HikariDataSource source = new HikariDataSource()) {
        source.setJdbcUrl(server.url(TEMPLATE));
        source.setUsername(USER);
        source.setPassword(server.password);
        source.setMaximumPoolSize(3);
        TestDatabase.migrate(source, "postgresql");
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Path binaries() throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> all = Files.list(versions)) {
        Path newest =
            all.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                .max(Comparator.comparingInt(PostgresServer::major))
                .orElse(null);
        if (newest != null) {
          return newest.resolve("bin");
        }
      }
    }
    throw new IllegalStateException(
        "These tests run on a real PostgreSQL, and there is none under /usr/lib/postgresql."
            + " Install it: apt-get install postgresql-15");
  }

  private static int major(Path version) {
    String name = version.getFileName().toString();
    return name.matches("\\d+") ? Integer.parseInt(name) : 0;
  }

  private void initialize() throws IOException {
    Path secret = directory.resolve("password");
    Files.writeString(secret, password);
    if (isRoot()) {
      // the server refuses to run as root
      run(List.of("chown", "-R", "postgres:", directory.toString()));
    }
    run(
        asServer(
            binaries.resolve("initdb").toString(),
            "--pgdata=" + directory.resolve("data"),
            "--username=" + USER,
            "--pwfile=" + secret,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync"));
  }

  private void up() throws IOException {
    run(
        asServer(
            binaries.resolve("pg_ctl").toString(),
            "start",
            "--wait",
            "--timeout=60",
            "--pgdata=" + directory.resolve("data"),
            "--log=" + directory.resolve("log"),
            "--options=-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off -c shared_buffers=32MB -c max_connections=600"
                .formatted(port)));
  }

  private void stop() {
    try {
      run(
          asServer(
              binaries.resolve("pg_ctl").toString(),
              "stop",
              "--mode=immediate",
              "--pgdata=" + directory.resolve("data")));
    } catch (IOException e) {
      System.err.println("the tests' PostgreSQL did not stop: " + e.getMessage());
    }
    Trees.delete(directory);
  }

  void create(String name) {
    create(name, TEMPLATE);
  }

  private void create(String name, String template) {
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(url("postgres"));
      source.setUsername(USER);
      source.setPassword(password);
      source.setMaximumPoolSize(1);
      new JdbcTemplate(source)
          .execute("create database " + name + " template " + template + " strategy file_copy");
    }
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String password() {
    return password;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static List<String> asServer(String... command) {
    List<String> all = new ArrayList<>();
    if (isRoot()) {
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private void run(List<String> command) throws IOException {
    Path output = Files.createTempFile("bascule-pg-", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(output);
    }
  }
}

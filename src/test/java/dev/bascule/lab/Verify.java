package dev.bascule.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code verify} as an auditor runs it: the program of its own that checks the audit log. */
final class Verify {
  private static final String FILE = "bascule.mv.db";
  private final Path data;

  private Verify(Path data) {
    this.data = data;
  }

  /** Checks the log of a running console. */
  static Lab.Answer of(Console console) {
    return new Verify(console.data()).run();
  }

  /** A copy of a console's database, which may be tampered with. */
  static Verify copyOf(Console console) {
    try {
      var copy = Files.createTempDirectory("bascule-tampered");
      Files.copy(console.data().resolve(FILE), copy.resolve(FILE));
      return new Verify(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it. */
  Lab.Answer run() {
    return Lab.Command.run(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-jar",
            Path.of("target/bascule.jar").toAbsolutePath().toString(),
            "verify"),
        Map.of("BASCULE_DATA", data.toString()),
        Duration.ofMinutes(2));
  }

  /** Does to the database what somebody with its file can do. */
  void tamper(String statement) {
    var url = "jdbc:h2:file:%s/bascule;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE".formatted(data);
    try (var connection = DriverManager.getConnection(url, "sa", "");
        var sql = connection.createStatement()) {
      sql.execute("drop trigger if exists audit_entry_append_only");
      if (sql.executeUpdate(statement) != 1) {
        throw new AssertionError("one row was to be changed: " + statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

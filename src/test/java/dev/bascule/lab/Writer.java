package dev.bascule.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An application that inserts all along, through libpq (psql) with {@code
 * target_session_attrs=read-write}: what writers feel of a switchover.
 */
final class Writer implements AutoCloseable {
  private final Process process;
  private final Path acknowledged;

  /** Starts writing; {@link #close()} ends it. */
  static Writer start(Lab lab) {
    try {
      return new Writer(lab);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Writer(Lab lab) throws IOException {
    acknowledged = Files.createTempFile("writer", ".acknowledged");
    var script = Path.of("src/test/resources/lab/writer.sh").toAbsolutePath();
    var builder = new ProcessBuilder("bash", script.toString(), acknowledged.toString());
    builder.environment().putAll(environment(lab));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    process = builder.start();
  }

  private static Map<String, String> environment(Lab lab) {
    return Map.of(
        "PGHOST", lab.fact("LAB_PG_HOSTS"),
        "PGPORT", lab.fact("LAB_PG_PORT"),
        "PGUSER", "app",
        "PGDATABASE", "app",
        "PGPASSWORD", readPassword(lab));
  }

  private static String readPassword(Lab lab) {
    try {
      return Files.readString(Path.of(lab.fact("LAB_APP_PASSWORD_FILE"))).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many inserts were acknowledged so far. */
  int count() {
    return times().size();
  }

  /** The longest time between two acknowledged inserts since {@code since}. */
  Duration longestGap(Instant since) {
    @Nullable Instant last = null;
    var longest = Duration.ZERO;
    for (var at : times()) {
      if (at.isBefore(since)) {
        last = at;
        continue;
      }
      if (last != null && Duration.between(last, at).compareTo(longest) > 0) {
        longest = Duration.between(last, at);
      }
      last = at;
    }
    return longest;
  }

  private List<Instant> times() {
    try {
      return Files.readAllLines(acknowledged).stream()
          .filter(line -> line.matches("\\d+"))
          .map(line -> Instant.EPOCH.plusNanos(Long.parseLong(line)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.bascule.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code patronictl list} as a person keeps it open: which leader its output shows, and since when.
 */
final class Terminal implements AutoCloseable {
  private static final Pattern LEADER =
      Pattern.compile("^\\|\\s*(\\S+)\\s*\\|[^|]*\\|\\s*(?:Standby )?Leader\\s*\\|.*");

  private final Process process;
  private final String what;
  private @Nullable String shown;
  private double shownAt;
  private long tables;

  private Terminal(String what, Process process) {
    this.what = what;
    this.process = process;
  }

  /** Starts {@code patronictl list} with options on a host, for one cluster. */
  static Terminal open(BenchLab lab, String node, String cluster, String... options)
      throws IOException {
    var words = new java.util.ArrayList<>(List.of("list"));
    words.addAll(List.of(options));
    words.add(cluster);
    var builder = lab.patronictl(node, words.toArray(String[]::new));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    var terminal = new Terminal("patronictl list " + String.join(" ", options), builder.start());
    Thread.ofPlatform().daemon().name("terminal").start(terminal::read);
    return terminal;
  }

  String what() {
    return what;
  }

  private void read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var match = LEADER.matcher(line);
        if (match.matches()) {
          note(match.group(1));
        }
      }
    } catch (IOException e) {
      // it was ended
    }
  }

  private synchronized void note(String name) {
    tables++;
    if (!name.equals(shown)) {
      shown = name;
      shownAt = Moments.now();
      notifyAll();
    }
  }

  /**
   * Waits until it shows a leader.
   *
   * @return when it first did, in milliseconds since 1970
   */
  synchronized double await(String leader, long limitMillis) throws InterruptedException {
    var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    while (!leader.equals(shown)) {
      var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new IllegalStateException(
            what + " shows " + shown + " instead of " + leader + " after " + tables + " tables");
      }
      wait(left);
    }
    return shownAt;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}

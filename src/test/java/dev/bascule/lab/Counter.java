package dev.bascule.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * Counts on the hosts themselves what was really executed there: by a patronictl in front of the
 * real one, and by the jobs' directories.
 */
final class Counter implements AutoCloseable {
  /**
   * What the hosts counted so far, all of them together.
   *
   * @param commands switchovers that were commanded
   * @param started jobs whose program was started
   * @param ended jobs whose program has ended
   */
  record Count(int commands, int started, int ended) {
    /** What came to it since. */
    Count since(Count before) {
      return new Count(commands - before.commands, started - before.started, ended - before.ended);
    }

    static Count of(int executed) {
      return new Count(executed, executed, executed);
    }
  }

  private static final String PLACE = "/usr/local/bin/patronictl";
  private static final String COUNTED = "/var/tmp/counted-switchovers";
  private static final String JOBS = "~postgres/.local/state/bascule/jobs/*/";
  private final Lab lab;

  /** Puts the counting program in front on every host. */
  Counter(Lab lab) {
    this.lab = lab;
    var program = program();
    for (var node : lab.nodes()) {
      root(
          node,
          "rm -f %s; echo %s | base64 -d >%s && chmod 755 %s"
              .formatted(COUNTED, program, PLACE, PLACE));
    }
  }

  private static String program() {
    try {
      var script = Path.of("src", "test", "resources", "lab", "counting-patronictl.sh");
      return Base64.getEncoder().encodeToString(Files.readAllBytes(script));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was counted until now. */
  Count count() {
    var all = lab.nodes().stream().map(this::count).toList();
    return new Count(
        all.stream().mapToInt(Count::commands).sum(),
        all.stream().mapToInt(Count::started).sum(),
        all.stream().mapToInt(Count::ended).sum());
  }

  private Count count(String node) {
    var counted =
        List.of(
            root(
                    node,
                    "cat %s 2>/dev/null | wc -l; ls %sstarted 2>/dev/null | wc -l; ls %src 2>/dev/null | wc -l"
                        .formatted(COUNTED, JOBS, JOBS))
                .split("\\s+"));
    return new Count(
        Integer.parseInt(counted.get(0)),
        Integer.parseInt(counted.get(1)),
        Integer.parseInt(counted.get(2)));
  }

  private String root(String node, String script) {
    return lab.exec(node, "sh", "-c", script).strip();
  }

  @Override
  public void close() {
    lab.nodes().forEach(node -> root(node, "rm -f " + PLACE));
  }
}

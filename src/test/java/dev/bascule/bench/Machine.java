package dev.bascule.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where and with what it was measured. */
final class Machine {
  private Machine() {}

  static Map<String, Object> facts(BenchLab lab, Tabs tabs)
      throws IOException, InterruptedException {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("at", Instant.now().toString());
    facts.put("processor", field(Path.of("/proc/cpuinfo"), "model name"));
    facts.put("processors", Runtime.getRuntime().availableProcessors());
    facts.put("memory", field(Path.of("/proc/meminfo"), "MemTotal"));
    facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put(
        "java",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    facts.put("chromium", tabs.version());
    facts.put("console", said("git", "describe", "--always", "--dirty"));
    var node = lab.nodes().getFirst();
    facts.put("patroni", BenchLab.output(lab.patronictl(node, "version")).strip());
    return facts;
  }

  /**
   * How busy the machine is, as the kernel says: figures taken beside other work are worth less.
   */
  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }

  private static String said(String... command) throws InterruptedException {
    try {
      return BenchLab.output(new ProcessBuilder(command)).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String field(Path file, String name) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown");
    }
  }
}

package dev.bascule.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The console that is measured: a process of its own, built and started as it is delivered.
 *
 * @param credentials addresses, token and passwords as {@code ./bascule demo} keeps them
 */
record ConsoleUnderTest(long pid, Map<String, String> credentials) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  static ConsoleUnderTest of(long pid, Path credentials) throws IOException {
    var values = new LinkedHashMap<String, String>();
    for (var line : Files.readAllLines(credentials)) {
      var pair = line.split("=", 2);
      if (pair.length == 2) {
        values.put(pair[0], pair[1]);
      }
    }
    return new ConsoleUnderTest(pid, values);
  }

  String url() {
    return Objects.requireNonNull(credentials.get("BASCULE_URL"));
  }

  /** Passwords by person. */
  Map<String, String> passwords() {
    var passwords = new LinkedHashMap<String, String>();
    credentials.forEach(
        (key, value) -> {
          if (key.startsWith("BASCULE_PASSWORD_")) {
            passwords.put(
                key.substring("BASCULE_PASSWORD_".length()).toLowerCase(java.util.Locale.ROOT),
                value);
          }
        });
    return passwords;
  }

  List<String> people() {
    return List.copyOf(passwords().keySet());
  }

  /** How often a text occurs in the API's list of clusters. */
  int clustersNamed(String prefix) throws IOException, InterruptedException {
    var answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(url() + "/api/v1/clusters"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + credentials.get("BASCULE_TOKEN"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("/api/v1/clusters: " + answer.statusCode());
    }
    return answer.body().split("\"" + java.util.regex.Pattern.quote(prefix), -1).length - 1;
  }

  /** What it used of the processor since it was started, in milliseconds. */
  long cpuMillis() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toMillis)
        .orElse(0L);
  }

  /** Its heap by the JVM's own word, and the memory that the machine gave it. */
  Map<String, Object> memory() throws IOException, InterruptedException {
    var memory = new LinkedHashMap<String, Object>();
    memory.put("heapInfo", jcmd("GC.heap_info"));
    jcmd("GC.run");
    memory.put("heapInfoAfterCollection", jcmd("GC.heap_info"));
    for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS") || line.startsWith("VmHWM") || line.startsWith("Threads")) {
        var pair = line.split(":", 2);
        memory.put(pair[0], pair[1].strip());
      }
    }
    return memory;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    return BenchLab.output(
            new ProcessBuilder(
                System.getProperty("java.home") + "/bin/jcmd", Long.toString(pid), command))
        .strip();
  }
}

package dev.bascule.patroni.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers as they were recorded from real nodes. */
final class RestSamples {
  private RestSamples() {}

  /** The JSON of a recorded exchange. */
  static byte[] body(String name) {
    return lines(name).stream()
        .filter(line -> line.startsWith("{") || line.startsWith("["))
        .findFirst()
        .orElseThrow()
        .getBytes(StandardCharsets.UTF_8);
  }

  static List<String> lines(String name) {
    try (var stream = RestSamples.class.getResourceAsStream("/samples/rest/" + name + ".txt")) {
      if (stream == null) {
        throw new IllegalArgumentException("no sample " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

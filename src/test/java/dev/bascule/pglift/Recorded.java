package dev.bascule.pglift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A recorded call: a line with the command, both outputs together, a line with the exit status.
 *
 * @param output what it wrote
 * @param exit its exit status
 */
public record Recorded(String output, int exit) {
  /** Reads one from the resources beside this class. */
  public static Recorded of(String name) {
    try (var stream = Recorded.class.getResourceAsStream(name + ".txt")) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no recording " + name);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
      int end = text.lastIndexOf("\nrc=");
      return new Recorded(
          text.substring(text.indexOf('\n') + 1, end + 1),
          Integer.parseInt(text.substring(end + 4)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.bascule.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged console, unpacked and with its start-up cache as the launcher builds it: the
 * scenarios start many consoles, and each is up in a third of the time.
 */
final class Unpacked {
  private static final class Holder {
    private static final Unpacked CONSOLE = new Unpacked();
  }

  private static final String JAVA = System.getProperty("java.home") + "/bin/java";
  private static final Path JAR = Path.of("target", "bascule.jar").toAbsolutePath();
  private static final Path PLACE = Path.of("target", "scenarios").toAbsolutePath();
  private static final Path APP = PLACE.resolve("app");
  private final List<String> flags;

  private Unpacked() {
    flags =
        run(List.of(
                "bash",
                "-c",
                "set -e; . scripts/java-flags.sh; printf '%s\\n' \"${BASCULE_JAVA_FLAGS[@]}\""))
            .lines()
            .toList();
    try {
      var stamp = PLACE.resolve("stamp");
      var wanted = Files.getLastModifiedTime(JAR) + " " + flags;
      if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
        run(List.of("rm", "-rf", PLACE.toString()));
        run(
            List.of(
                JAVA,
                "-Djarmode=tools",
                "-jar",
                JAR.toString(),
                "extract",
                "--destination",
                APP.toString()));
        var train = new ArrayList<>(List.of("bash", "scripts/train.sh", APP.toString(), JAVA));
        train.addAll(flags);
        run(train);
        Files.writeString(stamp, wanted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Unpacked console() {
    return Holder.CONSOLE;
  }

  /** The JVM with its flags. */
  List<String> java() {
    var command = new ArrayList<>(List.of(JAVA, "-XX:AOTCache=" + APP.resolve("bascule.aot")));
    command.addAll(flags);
    return command;
  }

  /** What it is to run. */
  List<String> program() {
    return List.of("-jar", APP.resolve("bascule.jar").toString());
  }

  private static String run(List<String> command) {
    var answer = Lab.Command.run(command, Map.of(), Duration.ofMinutes(6));
    if (answer.exit() != 0) {
      throw new IllegalStateException(command + ": " + answer.output());
    }
    return answer.output();
  }
}

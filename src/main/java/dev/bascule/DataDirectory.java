package dev.bascule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where the console keeps its own files: the setting {@code bascule.data} (or {@code
 * BASCULE_DATA}), by default {@code var/data}. Made absolute, and made if it isn't there, for its
 * owner alone.
 */
final class DataDirectory implements EnvironmentPostProcessor, Ordered {
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Path directory =
        Path.of(environment.getProperty("bascule.data", "var/data")).toAbsolutePath().normalize();
    make(directory);
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource("data directory", Map.of("bascule.data", directory.toString())));
  }

  private static void make(Path directory) {
    try {
      if (Files.notExists(directory)) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory " + directory + " can't be made", e);
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}

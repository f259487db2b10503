package dev.bascule.inventory.internal;

import dev.bascule.ssh.ConsoleKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the console's own SSH key at the first start, and writes its public half beside the
 * console's data for whoever installs it on the hosts.
 */
@Component
final class PublicKeyFile {
  private static final Logger log = LoggerFactory.getLogger(PublicKeyFile.class);

  private final ConsoleKey key;
  private final Path file;

  PublicKeyFile(ConsoleKey key, @Value("${bascule.data}") Path data) {
    this.key = key;
    this.file = data.resolve("console.pub");
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(10)
  void write() {
    try {
      var part =
          Files.writeString(file.resolveSibling("console.pub.part"), key.authorizedKey() + "\n");
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      // a locked vault, a full disk: the console starts all the same, and the SSH page says so
      log.warn("the console's public SSH key could not be written to {}: {}", file, e.toString());
    }
  }
}

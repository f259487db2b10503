package dev.bascule.ssh.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console's own key. */
class Ed25519ConsoleKeyTest {
  private final KeptKey storage = new KeptKey();

  @Test
  void isMadeOnceAndKept() {
    var first = new Ed25519ConsoleKey(storage).authorizedKey();
    assertThat(first).matches("ssh-ed25519 AAAA[A-Za-z0-9+/=]+ bascule-console");
    assertThat(new Ed25519ConsoleKey(storage).authorizedKey()).isEqualTo(first);
    assertThat(storage.saved()).isEqualTo(1);
  }

  @Test
  void isTheOneThatAnotherConsoleKeptFirst() {
    var other = new Ed25519ConsoleKey(new KeptKey());
    storage.overtakenBy(other.pair().getPrivate().getEncoded());
    assertThat(new Ed25519ConsoleKey(storage).authorizedKey()).isEqualTo(other.authorizedKey());
  }

  @Test
  void hasTheFingerprintThatOpensshShows(@TempDir Path directory) throws Exception {
    var key = new Ed25519ConsoleKey(storage);
    var file = Files.writeString(directory.resolve("key.pub"), key.authorizedKey() + "\n");
    var process = new ProcessBuilder("ssh-keygen", "-l", "-f", file.toString()).start();
    try (var out = process.getInputStream()) {
      assertThat(new String(out.readAllBytes(), StandardCharsets.UTF_8))
          .contains(key.fingerprint())
          .contains("ED25519");
    }
  }
}

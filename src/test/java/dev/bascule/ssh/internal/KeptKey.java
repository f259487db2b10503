package dev.bascule.ssh.internal;

import dev.bascule.ssh.KeyStorage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the console's key in memory. */
final class KeptKey implements KeyStorage {
  private byte @Nullable [] kept;
  private byte @Nullable [] faster;
  private int saved;

  /** Another console keeps its key while this one makes its own. */
  void overtakenBy(byte[] pkcs8) {
    faster = pkcs8;
  }

  int saved() {
    return saved;
  }

  @Override
  public Optional<byte[]> load() {
    return Optional.ofNullable(kept);
  }

  @Override
  public void save(byte[] pkcs8) {
    saved++;
    kept = faster != null ? faster : pkcs8;
  }
}

package dev.bascule.ssh;

import java.util.Optional;

/** Keeps the console's own private key; implemented by a room that encrypts. */
public interface KeyStorage {
  /** The private key in PKCS#8, if one was kept. */
  Optional<byte[]> load();

  /** Keeps it. */
  void save(byte[] pkcs8);
}

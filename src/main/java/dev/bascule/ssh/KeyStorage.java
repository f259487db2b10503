package dev.bascule.ssh;

import java.util.Optional;

/** Keeps the console's own private key; implemented by a room that encrypts. */
public interface KeyStorage {
  /** The private key in PKCS#8, if one was kept. */
  Optional<byte[]> load();

  /** Keeps it, unless one is kept already: another console on the same database may be faster. */
  void save(byte[] pkcs8);
}

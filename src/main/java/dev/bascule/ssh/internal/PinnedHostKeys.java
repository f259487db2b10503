package dev.bascule.ssh.internal;

import dev.bascule.ssh.HostKey;
import java.security.PublicKey;
import java.util.List;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/**
 * Accepts the confirmed keys alone, and remembers what was presented: sshj itself doesn't tell an
 * unknown key from a changed one.
 */
final class PinnedHostKeys implements HostKeyVerifier {
  private final List<String> fingerprints;
  private volatile @Nullable String presented;
  private volatile @Nullable String presentedType;

  PinnedHostKeys(List<String> fingerprints) {
    this.fingerprints = fingerprints;
  }

  @Override
  public boolean verify(String hostname, int port, PublicKey key) {
    var type = KeyType.fromKey(key);
    presentedType = type.toString();
    var fingerprint = Fingerprints.of(key);
    presented = fingerprint;
    return fingerprints.contains(fingerprint);
  }

  @Override
  public List<String> findExistingAlgorithms(String hostname, int port) {
    return List.of();
  }

  /** The fingerprint of the key that the host showed; null when it showed none. */
  @Nullable String presented() {
    return presented;
  }

  /** The key that the host showed; null when it showed none. */
  @Nullable HostKey shown() {
    var type = presentedType;
    var fingerprint = presented;
    return type == null || fingerprint == null ? null : new HostKey(type, fingerprint);
  }

  boolean none() {
    return fingerprints.isEmpty();
  }
}

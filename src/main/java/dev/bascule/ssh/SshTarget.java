package dev.bascule.ssh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and as whom to log in.
 *
 * @param host an address or a name, as the inventory has it
 * @param port 1 to 65535
 * @param account that logs in
 * @param owner the account that owns the instances, when it is another one: commands run as it, by
 *     {@code sudo -n -u}; null when {@code account} owns them itself
 * @param fingerprints the pinned host keys, {@code SHA256:…}; empty: none was confirmed yet
 */
public record SshTarget(
    String host, int port, String account, @Nullable String owner, List<String> fingerprints) {
  /** Checks the port and that no part can be taken for an option. */
  public SshTarget {
    fingerprints = List.copyOf(fingerprints);
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
    }
    if (host.isBlank() || host.startsWith("-") || account.isBlank() || account.startsWith("-")) {
      throw new IllegalArgumentException("a target has a host and an account");
    }
    if (owner != null && (owner.isBlank() || owner.startsWith("-"))) {
      throw new IllegalArgumentException("an owner is an account");
    }
  }

  /** As whom commands run. */
  public String runsAs() {
    return owner == null ? account : owner;
  }

  /** {@code account@host:port}, for people. */
  @Override
  public String toString() {
    return account + "@" + host + (port == 22 ? "" : ":" + port);
  }
}

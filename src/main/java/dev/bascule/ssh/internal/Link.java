package dev.bascule.ssh.internal;

import java.io.IOException;
import net.schmizz.sshj.SSHClient;

/**
 * An open connection on which the account is logged in.
 *
 * @param fingerprint of the key that the host showed
 */
record Link(SSHClient client, String fingerprint) {
  boolean alive() {
    return client.isConnected() && client.isAuthenticated();
  }

  /** In the background: saying good-bye to a host that is silent takes its time. */
  void close() {
    Thread.ofVirtual().start(() -> close(client));
  }

  static void close(SSHClient client) {
    try {
      client.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }
}

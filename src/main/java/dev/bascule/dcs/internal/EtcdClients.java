package dev.bascule.dcs.internal;

import dev.bascule.dcs.DcsConnection;
import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * Clients of jetcd with our own limits: its defaults wait for minutes on a dead endpoint and repeat
 * what failed. Each client talks to one endpoint; choosing another one is ours.
 */
final class EtcdClients {
  private EtcdClients() {}

  static Client open(DcsConnection connection, String endpoint) throws SSLException {
    var builder =
        Client.builder()
            .endpoints(endpoint)
            .waitForReady(false)
            .retryMaxAttempts(1)
            .connectTimeout(Duration.ofSeconds(2))
            .keepaliveTime(Duration.ofSeconds(10))
            .keepaliveTimeout(Duration.ofSeconds(3))
            .maxInboundMessageSize(64 << 20);
    if (endpoint.startsWith("https:")) {
      builder.sslContext(Tls.context(connection));
    }
    var user = connection.user();
    var password = connection.password();
    if (user != null && password != null) {
      builder.user(bytes(user)).password(bytes(password));
    }
    return builder.build();
  }

  static ByteSequence bytes(String text) {
    return ByteSequence.from(text, StandardCharsets.UTF_8);
  }
}

package dev.bascule.dcs.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.bascule.dcs.DcsConnection;
import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS from the PEM texts of a connection. Contexts are kept: Netty locks each key into a key store
 * of its own, which takes tens of milliseconds of a processor, and with a kept one sessions are
 * resumed.
 */
final class Tls {
  private static final int KEPT = 16;

  @GuardedBy("contexts")
  private static final Map<Material, SslContext> contexts =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Material, SslContext> eldest) {
          return size() > KEPT;
        }
      };

  private Tls() {}

  /** What a context is made of; null what the connection does without. */
  private record Material(@Nullable String ca, @Nullable String certificate, @Nullable String key) {
    @Override
    public String toString() {
      return "the certificates and key of a connection";
    }
  }

  static SslContext context(DcsConnection connection) throws SSLException {
    var material =
        new Material(connection.caPem(), connection.certificatePem(), connection.keyPem());
    synchronized (contexts) {
      var kept = contexts.get(material);
      if (kept != null) {
        return kept;
      }
    }
    var made = make(connection);
    synchronized (contexts) {
      contexts.put(material, made);
    }
    return made;
  }

  private static SslContext make(DcsConnection connection) throws SSLException {
    var builder = GrpcSslContexts.configure(SslContextBuilder.forClient());
    var ca = connection.caPem();
    if (ca != null) {
      builder.trustManager(stream(ca));
    }
    var certificate = connection.certificatePem();
    var key = connection.keyPem();
    if (certificate != null && key != null) {
      Identity.check(certificate, key);
      try {
        builder.keyManager(stream(certificate), stream(key));
      } catch (IllegalArgumentException e) {
        throw new Troubles.UnreadableIdentity(e);
      }
    }
    return builder.build();
  }

  private static InputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }
}

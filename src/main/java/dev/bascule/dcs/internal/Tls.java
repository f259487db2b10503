package dev.bascule.dcs.internal;

import dev.bascule.dcs.DcsConnection;
import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;

/** TLS from the PEM texts of a connection. */
final class Tls {
  private Tls() {}

  static SslContext context(DcsConnection connection) throws SSLException {
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

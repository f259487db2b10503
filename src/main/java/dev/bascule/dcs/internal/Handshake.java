package dev.bascule.dcs.internal;

import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** One step after the other towards an endpoint, so that the first that fails can be named. */
final class Handshake {
  private static final int MILLIS = 2000;

  private Handshake() {}

  static DcsTest.Endpoint attempt(DcsConnection connection, String endpoint) {
    try {
      var uri = URI.create(endpoint);
      var port = uri.getPort() < 0 ? 2379 : uri.getPort();
      var address = InetAddress.getByName(uri.getHost());
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(address, port), MILLIS);
        socket.setSoTimeout(MILLIS);
        if ("https".equals(uri.getScheme())) {
          // the same material as the real connection, to fail for the same reasons
          Tls.context(connection);
          secure(connection, socket, uri.getHost(), port);
        }
      }
      return new DcsTest.Endpoint(endpoint, null, null);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      return new DcsTest.Endpoint(
          endpoint, Troubles.of(e, connection), String.valueOf(e.getMessage()));
    }
  }

  private static void secure(DcsConnection connection, Socket plain, String host, int port)
      throws IOException, GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust(connection).getTrustManagers(), null);
    try (var socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
    }
  }

  private static TrustManagerFactory trust(DcsConnection connection)
      throws IOException, GeneralSecurityException {
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    var ca = connection.caPem();
    if (ca == null) {
      trust.init((KeyStore) null);
      return trust;
    }
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var number = 0;
    var certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(ca.getBytes(StandardCharsets.US_ASCII)));
    for (var certificate : certificates) {
      store.setCertificateEntry("ca" + number++, certificate);
    }
    trust.init(store);
    return trust;
  }
}

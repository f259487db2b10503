package dev.bascule.patroni.rest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;

/**
 * Names a trouble that the HTTP client left vague. In TLS 1.3 a server refuses a client's
 * certificate only after the handshake; when a request is already on its way, its refusal can be
 * lost in the reset that follows. So a handshake is made without a request, and the server's word
 * awaited.
 */
final class SecondLook {
  private static final int MILLIS = 500;

  private SecondLook() {}

  static RestTrouble at(RestTarget target) {
    var host = target.base().getHost();
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    var port = target.base().getPort();
    try (var plain = new Socket()) {
      plain.connect(new InetSocketAddress(bare, port), MILLIS);
      plain.setSoTimeout(MILLIS);
      var factory = RestTls.context(target.identity()).getSocketFactory();
      try (var socket = (SSLSocket) factory.createSocket(plain, bare, port, true)) {
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        var next = socket.getInputStream().read();
        return next < 0 ? RestTrouble.CLIENT_REFUSED : RestTrouble.NOT_PATRONI;
      }
    } catch (SocketTimeoutException e) {
      // it waits for a request, as it should: the trouble lies elsewhere
      return RestTrouble.OTHER;
    } catch (IOException | RuntimeException e) {
      return RestTroubles.of(e);
    }
  }
}

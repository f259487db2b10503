package dev.bascule.patroni.rest;

import java.net.http.HttpClient;
import java.util.LinkedHashMap;

/** One HTTP client an identity, as many as were used last. */
final class RestClients implements AutoCloseable {
  private static final int MOST = 32;

  private final LinkedHashMap<RestIdentity, HttpClient> clients =
      new LinkedHashMap<>(16, 0.75f, true);

  synchronized HttpClient of(RestIdentity identity) {
    var client = clients.get(identity);
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .sslContext(RestTls.context(identity))
              .build();
      clients.put(identity, client);
      forgetEldest();
    }
    return client;
  }

  private void forgetEldest() {
    if (clients.size() > MOST) {
      var eldest = clients.pollFirstEntry();
      if (eldest != null) {
        // requests under way end by their own limits
        eldest.getValue().shutdown();
      }
    }
  }

  @Override
  public synchronized void close() {
    clients.values().forEach(HttpClient::shutdownNow);
    clients.clear();
  }
}

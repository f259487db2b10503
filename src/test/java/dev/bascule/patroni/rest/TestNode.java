package dev.bascule.patroni.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.bascule.dcs.TestPki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A node's REST on this machine, answering as a test wants. */
final class TestNode implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentHashMap<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  private TestNode(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.start();
  }

  static TestNode plain() throws IOException {
    return new TestNode(HttpServer.create(anywhere(), 0));
  }

  /** Answers over TLS, and wants a certificate of {@code clients} if that is given. */
  static TestNode secure(TestPki.Issued own, @Nullable TestPki clients) throws IOException {
    var server = HttpsServer.create(anywhere(), 0);
    var ca = clients == null ? null : clients.caPem();
    var context = RestTls.context(new RestIdentity(ca, own.certificatePem(), own.keyPem()));
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            var chosen = context.getDefaultSSLParameters();
            chosen.setNeedClientAuth(clients != null);
            parameters.setSSLParameters(chosen);
          }
        });
    return new TestNode(server);
  }

  private static InetSocketAddress anywhere() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  int port() {
    return server.getAddress().getPort();
  }

  int asked(String path) {
    return asked.getOrDefault(path, new AtomicInteger()).get();
  }

  TestNode answering(String path, int status, byte[] body) {
    return behaving(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
        });
  }

  TestNode behaving(String path, Behaviour behaviour) {
    server.createContext(
        path,
        exchange -> {
          asked.computeIfAbsent(path, ignored -> new AtomicInteger()).incrementAndGet();
          try (exchange) {
            behaviour.answer(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return this;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }
}

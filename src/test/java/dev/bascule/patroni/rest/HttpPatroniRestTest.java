package dev.bascule.patroni.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bascule.dcs.TestPki;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpPatroniRestTest {
  private static final TestPki PKI = new TestPki("test authority");
  private static final TestPki OTHER_PKI = new TestPki("another authority");
  private static final TestPki.Issued SERVER = PKI.server("127.0.0.1", "localhost");
  private static final RestIdentity CONSOLE = identity(PKI, PKI.client("console"));
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final HttpPatroniRest rest = new HttpPatroniRest();

  @AfterEach
  void forget() {
    rest.destroy();
  }

  private static RestIdentity identity(TestPki ca, TestPki.Issued own) {
    return new RestIdentity(ca.caPem(), own.certificatePem(), own.keyPem());
  }

  private static RestTarget target(String url, RestIdentity identity) {
    return RestTarget.of(url, identity).orElseThrow();
  }

  private static RestTarget https(TestNode node, RestIdentity identity) {
    return target("https://127.0.0.1:" + node.port() + "/patroni", identity);
  }

  private static RestTarget http(TestNode node) {
    return target("http://127.0.0.1:" + node.port(), RestIdentity.NONE);
  }

  private @Nullable RestTrouble trouble(RestTarget target) {
    var failure = catchThrowableOfType(RestFailed.class, () -> rest.status(target, LIMIT));
    return failure == null ? null : failure.trouble();
  }

  private static TestNode healthy(TestNode node) {
    return node.answering("/patroni", 200, RestSamples.body("leader-get-patroni"));
  }

  @Test
  void asksANodeThatWantsAClientCertificate() throws Exception {
    try (var node = healthy(TestNode.secure(SERVER, PKI))) {
      assertThat(rest.status(https(node, CONSOLE), LIMIT).takesWrites()).isTrue();
    }
  }

  @Test
  void readsClusterConfigurationAndHistory() throws Exception {
    try (var node = TestNode.plain()) {
      node.answering("/cluster", 200, RestSamples.body("lag-get-cluster"))
          .answering("/config", 200, RestSamples.body("leader-get-config"))
          .answering("/history", 200, RestSamples.body("leader-get-history"));
      assertThat(rest.cluster(http(node), LIMIT).members()).hasSize(3);
      assertThat(rest.config(http(node), LIMIT).ttl()).isEqualTo(Duration.ofSeconds(30));
      assertThat(rest.history(http(node), LIMIT)).isEmpty();
    }
  }

  @Test
  void tellsByStatusWhoHoldsTheLeaderKey() throws Exception {
    try (var holder = TestNode.plain();
        var other = TestNode.plain()) {
      holder.answering("/primary", 200, RestSamples.body("leader-get-patroni"));
      other.answering("/primary", 503, RestSamples.body("lag-replica-get-patroni"));
      assertThat(rest.primary(http(holder), LIMIT).holdsKey()).isTrue();
      assertThat(rest.primary(http(other), LIMIT).holdsKey()).isFalse();
      assertThat(rest.primary(http(other), LIMIT).status().takesWrites()).isFalse();
    }
  }

  @Test
  void refusesANodeOfAnotherAuthority() throws Exception {
    try (var node = healthy(TestNode.secure(OTHER_PKI.server("127.0.0.1"), null))) {
      assertThat(trouble(https(node, CONSOLE))).isEqualTo(RestTrouble.UNTRUSTED_CA);
      assertThat(node.asked("/patroni")).isZero();
    }
  }

  @Test
  void refusesANodeWhoseCertificateIsPastItsDate() throws Exception {
    try (var node = healthy(TestNode.secure(PKI.expired("127.0.0.1"), null))) {
      assertThat(trouble(https(node, CONSOLE))).isEqualTo(RestTrouble.EXPIRED);
    }
  }

  @Test
  void refusesANodeWhoseCertificateIsForAnotherName() throws Exception {
    try (var node = healthy(TestNode.secure(PKI.server("10.9.9.9", "elsewhere"), null))) {
      assertThat(trouble(https(node, CONSOLE))).isEqualTo(RestTrouble.WRONG_NAME);
      assertThat(node.asked("/patroni")).isZero();
    }
  }

  @Test
  void saysThatTheNodeRefusesTheClient() throws Exception {
    try (var node = healthy(TestNode.secure(SERVER, PKI))) {
      var nobody = new RestIdentity(PKI.caPem(), null, null);
      assertThat(trouble(https(node, nobody))).isEqualTo(RestTrouble.CLIENT_REFUSED);
      var stranger = identity(PKI, OTHER_PKI.client("console"));
      assertThat(trouble(https(node, stranger))).isEqualTo(RestTrouble.CLIENT_REFUSED);
      assertThat(node.asked("/patroni")).isZero();
    }
  }

  @Test
  void saysThatKeyAndCertificateDoNotFit() throws Exception {
    var one = PKI.client("console");
    var mixed = new RestIdentity(PKI.caPem(), one.certificatePem(), PKI.client("console").keyPem());
    var garbage = new RestIdentity(PKI.caPem(), one.certificatePem(), "no key at all");
    try (var node = healthy(TestNode.secure(SERVER, PKI))) {
      assertThat(trouble(https(node, mixed))).isEqualTo(RestTrouble.KEY_MISMATCH);
      assertThat(trouble(https(node, garbage))).isEqualTo(RestTrouble.KEY_MISMATCH);
    }
  }

  @Test
  void saysThatNobodyListens() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(trouble(target("https://127.0.0.1:" + port, CONSOLE)))
        .isEqualTo(RestTrouble.REFUSED);
  }

  @Test
  void saysThatTheNameIsUnknown() {
    assertThat(trouble(target("https://nowhere.invalid:8008", CONSOLE)))
        .isEqualTo(RestTrouble.NAME_NOT_FOUND);
  }

  @Test
  void givesUpOnANodeThatAcceptsAndSaysNothing() throws Exception {
    try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var before = System.nanoTime();
      var target = target("https://127.0.0.1:" + socket.getLocalPort(), CONSOLE);
      var failure =
          catchThrowableOfType(RestFailed.class, () -> rest.status(target, Duration.ofMillis(500)));
      assertThat(failure.trouble()).isEqualTo(RestTrouble.TIMED_OUT);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void aTimeOutWhileConnectingIsNoRefusal() {
    var late = new HttpConnectTimeoutException("HTTP connect timed out");
    late.initCause(new ConnectException("HTTP connect timed out"));
    assertThat(RestTroubles.of(new ExecutionException(late))).isEqualTo(RestTrouble.TIMED_OUT);
  }

  @Test
  void givesUpOnABodyThatNeverEnds() throws Exception {
    var done = new CountDownLatch(1);
    try (var node = TestNode.plain()) {
      node.behaving(
          "/patroni",
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"state\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            done.await();
          });
      var failure =
          catchThrowableOfType(
              RestFailed.class, () -> rest.status(http(node), Duration.ofMillis(700)));
      assertThat(failure.trouble()).isEqualTo(RestTrouble.TIMED_OUT);
      done.countDown();
    }
  }

  @Test
  void readsNoMoreThanOneMebibyte() throws Exception {
    try (var node = TestNode.plain().answering("/patroni", 200, new byte[2 << 20])) {
      assertThat(trouble(http(node))).isEqualTo(RestTrouble.NOT_PATRONI);
    }
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (var trap = healthy(TestNode.plain());
        var node = TestNode.plain()) {
      node.behaving(
          "/patroni",
          exchange -> {
            exchange
                .getResponseHeaders()
                .set("Location", "http://127.0.0.1:" + trap.port() + "/patroni");
            exchange.sendResponseHeaders(302, -1);
          });
      assertThat(trouble(http(node))).isEqualTo(RestTrouble.NOT_PATRONI);
      assertThat(trap.asked("/patroni")).isZero();
    }
  }

  @Test
  void saysThatSomethingElseAnswers() throws Exception {
    var html = "<html>It works!</html>".getBytes(StandardCharsets.UTF_8);
    try (var node = TestNode.plain().answering("/patroni", 200, html)) {
      assertThat(trouble(http(node))).isEqualTo(RestTrouble.NOT_PATRONI);
    }
  }

  @Test
  void saysThatTlsIsSpokenOnOneSideOnly() throws Exception {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var answering = Thread.ofVirtual().start(() -> refuseInPlainText(server));
      assertThat(trouble(target("https://127.0.0.1:" + server.getLocalPort(), CONSOLE)))
          .isEqualTo(RestTrouble.NOT_TLS);
      answering.interrupt();
    }
    try (var node = healthy(TestNode.secure(SERVER, PKI))) {
      assertThat(trouble(http(node))).isEqualTo(RestTrouble.NOT_PATRONI);
    }
  }

  /** As Python's HTTP server does with what is no request. */
  private static void refuseInPlainText(ServerSocket server) {
    try (var socket = server.accept()) {
      socket.getInputStream().readNBytes(16);
      socket
          .getOutputStream()
          .write("<!DOCTYPE HTML><p>Bad request version</p>".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // the client went away, as it should
    }
  }

  @Test
  void takesOnlyWebAddressesOfAHostAndAPort() {
    assertThat(RestTarget.of("file:///etc/passwd", CONSOLE)).isEmpty();
    assertThat(RestTarget.of("ftp://srv-pg1:8008/", CONSOLE)).isEmpty();
    assertThat(RestTarget.of("https://user@srv-pg1:8008/", CONSOLE)).isEmpty();
    assertThat(RestTarget.of("https:///patroni", CONSOLE)).isEmpty();
    assertThat(RestTarget.of("https://srv-pg1:70000/", CONSOLE)).isEmpty();
    assertThat(RestTarget.of("not an address", CONSOLE)).isEmpty();
    assertThat(RestTarget.of("https://srv-pg1/x?y=z#w", CONSOLE).orElseThrow().base())
        .hasToString("https://srv-pg1:8008");
  }

  @Test
  void showsNothingOfTheKey() throws IOException {
    var target = target("https://srv-pg1:8008", CONSOLE);
    assertThat(target.toString()).doesNotContain("BEGIN").contains("srv-pg1");
  }
}

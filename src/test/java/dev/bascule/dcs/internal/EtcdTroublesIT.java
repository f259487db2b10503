package dev.bascule.dcs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bascule.dcs.CutProxy;
import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsMember;
import dev.bascule.dcs.DcsTrouble;
import dev.bascule.dcs.EtcdProcess;
import dev.bascule.dcs.TestPki;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every trouble that a connection test names, made against a real etcd. */
class EtcdTroublesIT {
  private static final TestPki PKI = new TestPki("etcd authority");
  private static final EtcdProcess ETCD = EtcdProcess.start(1, PKI);

  private final EtcdDcs dcs = new EtcdDcs(Clock.systemUTC());

  @BeforeAll
  static void start() {
    ETCD.withUsers();
    ETCD.put("/service/main/leader", "srv-pg1");
    ETCD.put("/service/second/leader", "srv-pg2");
    ETCD.put("/service/stray", "no cluster's");
  }

  @AfterAll
  static void stop() {
    ETCD.close();
  }

  private @Nullable DcsTrouble trouble(DcsConnection connection) {
    return dcs.test(connection).trouble();
  }

  private static DcsConnection to(String endpoint) {
    return ETCD.connection(List.of(endpoint), PKI.client("console"));
  }

  @Test
  void findsTheClusters() {
    var test = dcs.test(ETCD.connection());
    assertThat(test.works()).isTrue();
    assertThat(test.clusters()).containsExactly("main", "second");
    assertThat(test.endpoints()).allMatch(endpoint -> endpoint.trouble() == null);
  }

  @Test
  void worksAsAUserWithAPassword() {
    // a client certificate is asked for all the same, one whose name is no user's
    var nobody = PKI.client("nobody");
    var complete =
        new DcsConnection(
            "test",
            ETCD.endpoints(),
            DcsConnection.SERVICE,
            PKI.caPem(),
            nobody.certificatePem(),
            nobody.keyPem(),
            "reader",
            "secret");
    assertThat(dcs.test(complete).clusters()).containsExactly("main", "second");
    assertThat(complete.toString()).doesNotContain("secret");
  }

  @Test
  void worksWhenOneEndpointOfTwoDoes() {
    var connection =
        ETCD.connection(
            List.of("https://nowhere.invalid:2379", ETCD.endpoints().getFirst()),
            PKI.client("console"));
    var test = dcs.test(connection);
    assertThat(test.works()).isTrue();
    assertThat(test.endpoints().getFirst().trouble()).isEqualTo(DcsTrouble.NAME_NOT_FOUND);
  }

  @Test
  void namesAHostWithoutAddress() {
    assertThat(trouble(to("https://nowhere.invalid:2379"))).isEqualTo(DcsTrouble.NAME_NOT_FOUND);
  }

  @Test
  void namesAPortWhereNobodyListens() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(trouble(to("https://127.0.0.1:" + port))).isEqualTo(DcsTrouble.REFUSED);
  }

  @Test
  void namesAServerOfAnotherAuthority() {
    var ours = PKI.client("console");
    var connection =
        new DcsConnection(
            "test",
            ETCD.endpoints(),
            DcsConnection.SERVICE,
            new TestPki("another authority").caPem(),
            ours.certificatePem(),
            ours.keyPem(),
            null,
            null);
    assertThat(trouble(connection)).isEqualTo(DcsTrouble.UNTRUSTED_CA);
  }

  @Test
  void namesAServersCertificateForAnotherName() {
    try (var other = EtcdProcess.start(1, PKI, PKI.server("10.9.9.9"))) {
      awaitListening(other);
      assertThat(trouble(other.connection())).isEqualTo(DcsTrouble.WRONG_NAME);
    }
  }

  @Test
  void namesAServersCertificateThatIsPastItsDate() {
    try (var other = EtcdProcess.start(1, PKI, PKI.expired("127.0.0.1"))) {
      awaitListening(other);
      assertThat(trouble(other.connection())).isEqualTo(DcsTrouble.EXPIRED);
    }
  }

  private void awaitListening(EtcdProcess other) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> trouble(other.connection()) != DcsTrouble.REFUSED);
  }

  @Test
  void namesOurOwnCertificateWhenItIsPastItsDate() {
    var connection = ETCD.connection(ETCD.endpoints(), PKI.expiredClient("console"));
    assertThat(trouble(connection)).isEqualTo(DcsTrouble.EXPIRED);
  }

  @Test
  void namesAClientOfAnotherAuthority() {
    var stranger = new TestPki("another authority").client("console");
    assertThat(trouble(ETCD.connection(ETCD.endpoints(), stranger)))
        .isEqualTo(DcsTrouble.CLIENT_REFUSED);
  }

  @Test
  void namesAKeyThatIsNotTheCertificates() {
    var mixed =
        new TestPki.Issued(PKI.client("console").certificatePem(), PKI.client("console").keyPem());
    assertThat(trouble(ETCD.connection(ETCD.endpoints(), mixed)))
        .isEqualTo(DcsTrouble.KEY_MISMATCH);
  }

  @Test
  void namesAUserThatMayNotRead() {
    assertThat(trouble(ETCD.connection(ETCD.endpoints(), PKI.client("stranger"))))
        .isEqualTo(DcsTrouble.NO_PERMISSION);
  }

  @Test
  void namesAServerThatSaysNothing() {
    try (var proxy = new CutProxy(ETCD.port(0))) {
      proxy.cut();
      assertThat(trouble(to(proxy.endpoint()))).isEqualTo(DcsTrouble.TIMED_OUT);
    }
  }

  @Test
  void namesALostQuorumAndTellsWhoIsAway() {
    try (var three = EtcdProcess.start(3, PKI).withUsers()) {
      assertThat(dcs.members(three.connection()))
          .extracting(DcsMember::state)
          .containsOnlyOnce(DcsMember.State.LEADER)
          .doesNotContain(DcsMember.State.AWAY);
      three.kill(1);
      three.kill(2);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(trouble(three.connection())).isEqualTo(DcsTrouble.QUORUM_LOST));
      assertThat(dcs.members(three.connection()))
          .extracting(DcsMember::state)
          .containsExactly(DcsMember.State.LEADERLESS, DcsMember.State.AWAY, DcsMember.State.AWAY);
    }
  }
}

package dev.bascule.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.dcs.TestPki;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.DcsDraft;
import dev.bascule.inventory.IdentityDraft;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.inventory.RestAccess;
import dev.bascule.inventory.RestAccess.Reason;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Database;
import dev.bascule.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the console lets itself be sent, and where it doesn't. */
class RestDoorsTest {
  private static final ClusterId MAIN = new ClusterId("lab", "maincluster");
  private final TestDatabase database = Database.H2.fresh();
  private Rooms rooms = new Rooms(database);

  @BeforeEach
  void furnish() {
    rooms = Rooms.furnished(database);
    rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg1", "10.77.0.11"));
  }

  private RestAccess access(String url) {
    return rooms.doors.access(MAIN, url);
  }

  @ParameterizedTest
  @CsvSource({
    "http://169.254.169.254/, SPECIAL_ADDRESS",
    "https://127.0.0.1:8008/patroni, SPECIAL_ADDRESS",
    "https://[::1]:8008, SPECIAL_ADDRESS",
    "https://[::ffff:127.0.0.1]:8008, SPECIAL_ADDRESS",
    "https://[64:ff9b::7f00:1]:8008, SPECIAL_ADDRESS",
    "https://0.0.0.0:8008, SPECIAL_ADDRESS",
    "https://100.100.100.200:8008, SPECIAL_ADDRESS",
    "file:///etc/passwd, NOT_AN_ADDRESS",
    "https://0x7f.1:8008, NOT_AN_ADDRESS",
    "https://2130706433:8008, NOT_AN_ADDRESS",
    "https://u:p@10.77.0.11:8008, NOT_AN_ADDRESS",
    "https://attacker:8008, UNKNOWN_HOST",
    "https://10.77.0.99:8008, UNKNOWN_HOST"
  })
  void refuses(String url, Reason reason) {
    assertThat(access(url))
        .isInstanceOfSatisfying(
            RestAccess.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void allowsAKnownHost() {
    assertThat(access("https://10.77.0.11:8008/patroni")).isInstanceOf(RestAccess.Allowed.class);
  }

  @Test
  void goesToTheAddressThatWasLookedAtWhenTheNameIsUnknown() {
    rooms.names.put("pg1.example", List.of(Rooms.ip("10.77.0.11")));
    assertThat(access("https://pg1.example:8008"))
        .isInstanceOfSatisfying(
            RestAccess.Allowed.class,
            allowed -> assertThat(allowed.target().base()).hasHost("10.77.0.11"));
  }

  @Test
  void refusesANameThatLeadsToLoopbackAsWell() {
    rooms.names.put("pg1.example", List.of(Rooms.ip("10.77.0.11"), Rooms.ip("127.0.0.1")));
    assertThat(access("https://pg1.example:8008")).isInstanceOf(RestAccess.Refused.class);
  }

  @Test
  void refusesAKnownNameThatLeadsElsewhereNow() {
    rooms.names.put("pg2.example", List.of(Rooms.ip("10.77.0.12")));
    rooms.hosts.create(Rooms.ADMIN, Rooms.host("srv-pg2", "pg2.example"));
    assertThat(access("https://pg2.example:8008")).isInstanceOf(RestAccess.Allowed.class);
    rooms.names.put("pg2.example", List.of(Rooms.ip("10.99.0.1")));
    assertThat(access("https://pg2.example:8008"))
        .isEqualTo(new RestAccess.Refused(Reason.ADDRESS_CHANGED, "pg2.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "169.254.169.254", "0.0.0.0", "::ffff:127.0.0.1"})
  void noHostIsAddedThere(String address) {
    assertThatThrownBy(() -> rooms.hosts.create(Rooms.ADMIN, Rooms.host("x", address)))
        .isInstanceOfSatisfying(
            Unacceptable.class, e -> assertThat(e.code()).isEqualTo("special.address"));
  }

  @Test
  void noHostIsAddedUnderANameOfLoopback() {
    rooms.names.put("localhost", List.of(Rooms.ip("127.0.0.1")));
    assertThatThrownBy(() -> rooms.hosts.create(Rooms.ADMIN, Rooms.host("x", "localhost")))
        .isInstanceOf(Unacceptable.class);
  }

  @Test
  void anIdentityNeverGoesOverHttp() {
    var own = new TestPki("authority");
    var issued = own.client("console");
    var lab = Rooms.lab();
    rooms.dcs.update(
        Rooms.ADMIN,
        1,
        new DcsDraft(
            lab.name(),
            lab.endpoints(),
            lab.prefix(),
            lab.environment(),
            lab.identity(),
            null,
            null,
            new IdentityDraft(own.caPem(), issued.certificatePem(), issued.keyPem())));
    assertThat(access("http://10.77.0.11:8008"))
        .isEqualTo(new RestAccess.Refused(Reason.NOT_HTTPS, "10.77.0.11"));
    assertThat(database.sql("select key_secret from rest_identity").query().singleRow())
        .isNotEmpty();
    assertThat(rooms.vault.secrets).hasSize(1);
    assertThat(rooms.audit.lines.toString()).doesNotContain("PRIVATE KEY");
  }

  @Test
  void aTestAsksOnlyKnownHosts() {
    rooms.members.keep(
        MAIN,
        List.of(
            member("srv-pg1", "https://10.77.0.11:8008/patroni"),
            member("evil", "https://attacker:8008/patroni")));
    rooms.dcs.testRest(Rooms.ADMIN, Rooms.lab());
    assertThat(rooms.restAsked).containsExactly("https://10.77.0.11:8008");
  }

  private MemberRecord member(String name, String url) {
    return new MemberRecord(
        new MemberName(name), "replica", null, 0, url, rooms.clock.instant(), null);
  }

  @Test
  void aKeptPasswordGoesOnlyWhereItWasGivenFor() {
    var with =
        new DcsDraft(
            "withpw",
            List.of("https://10.9.0.1:2379"),
            "",
            "",
            IdentityDraft.NONE,
            "console",
            "s3cret",
            null);
    rooms.dcs.create(Rooms.ADMIN, with);
    var elsewhere =
        new DcsDraft(
            "withpw",
            List.of("https://10.66.6.6:2379"),
            "",
            "",
            IdentityDraft.NONE,
            "console",
            "",
            null);
    assertThatThrownBy(() -> rooms.dcs.test(Rooms.ADMIN, elsewhere))
        .isInstanceOfSatisfying(
            Unacceptable.class, e -> assertThat(e.code()).isEqualTo("password.again"));
    assertThat(rooms.dcsPlayed.tested).isNull();
  }
}

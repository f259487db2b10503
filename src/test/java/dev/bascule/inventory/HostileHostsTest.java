package dev.bascule.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may type where a host, a port, an endpoint or a link is asked for. */
class HostileHostsTest {
  private static final HostAddress GOOD = new HostAddress("10.77.0.11");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[::1]",
        "0x7f.1",
        "0x7f000001",
        "127.1",
        "2130706433",
        "0177.0.0.1",
        "10.0.0.256",
        "localhost.",
        "a; rm -rf /",
        "-oProxyCommand=x",
        "..",
        "a..b",
        "a/b",
        "%2f",
        "a_b",
        "fe80::1%eth0",
        "1:2:3",
        "user@host",
        "host:22",
        "<img src=x>",
        "${jndi:ldap://x}",
        "hôte"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> new HostAddress(text)).isInstanceOf(Unacceptable.class);
  }

  @Test
  void refusesAnEndlessName() {
    assertThatThrownBy(() -> new HostAddress("a".repeat(300))).isInstanceOf(Unacceptable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.77.0.11", "srv-pg1", "srv-pg1.example.org", "2001:db8::1"})
  void takesAddressesAndNames(String text) {
    assertThat(new HostAddress(text).value()).isNotEmpty();
  }

  @Test
  void writesAnAddressInOneForm() {
    assertThat(new HostAddress(" SRV-PG1 ").value()).isEqualTo("srv-pg1");
    assertThat(new HostAddress("2001:DB8:0:0::1")).isEqualTo(new HostAddress("2001:db8::1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 25, 65536, 70000})
  void refusesPortsThatAreNoneOrAnothersProtocol(int port) {
    assertThatThrownBy(() -> new HostDraft("srv-pg1", GOOD, port, "production", ""))
        .isInstanceOfSatisfying(Unacceptable.class, e -> assertThat(e.field()).isEqualTo("port"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-c", "--config=/tmp/x", ".", "..", "a/b", "%2f", "a; rm -rf /", "a\nb"})
  void refusesNamesThatCouldBeTakenForSomethingElse(String name) {
    assertThatThrownBy(() -> new HostDraft(name, GOOD, 22, "production", ""))
        .isInstanceOf(Unacceptable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"root; id", "-u", "a b", "Postgres", "$(id)", "'x'"})
  void refusesWhatIsNoAccount(String account) {
    assertThatThrownBy(
            () ->
                new Environment("production", "#000000", true, Criticality.HIGH, account, null, 0))
        .isInstanceOf(Unacceptable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "https://user:pw@10.0.0.1:2379",
        "https://10.0.0.1:2379/v3?x=1",
        "https://10.0.0.1:25",
        "https://0x7f.1:2379",
        "https://10.0.0.1:70000",
        "javascript:alert(1)",
        "https://a b:2379"
      })
  void refusesWhatIsNoEndpoint(String endpoint) {
    assertThatThrownBy(() -> draft(endpoint)).isInstanceOf(Unacceptable.class);
  }

  @Test
  void writesEndpointsInOneForm() {
    assertThat(draft("10.0.0.1").endpoints()).containsExactly("https://10.0.0.1:2379");
    assertThat(draft("HTTPS://Etcd1:2379/").endpoints()).containsExactly("https://etcd1:2379");
  }

  private static DcsDraft draft(String endpoint) {
    return new DcsDraft("lab", List.of(endpoint), "", "", IdentityDraft.NONE, null, null, null);
  }

  @Test
  void aDcsAndItsIdentityShowNoSecret() {
    var identity = new IdentityDraft("CA", "CERTIFICATE", "KEY-s3cret");
    var draft =
        new DcsDraft(
            "lab", List.of("https://10.0.0.1:2379"), "", "", identity, "u", "pw-s3cret", identity);
    assertThat(draft.toString() + identity).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "http://wiki", "https://u:p@wiki", "https://", "wiki"})
  void refusesARunbookThatIsNoHttpsAddress(String runbook) {
    assertThatThrownBy(() -> new ClusterDetails("", "", "", "", "", null, runbook, Set.of(), null))
        .isInstanceOfSatisfying(
            Unacceptable.class, e -> assertThat(e.code()).isEqualTo("not.https"));
  }

  @Test
  void takesInvisibleCharactersOutOfTexts() {
    var details =
        new ClusterDetails(
            "", "", "x\n2026 INFO admin approved", "a\u202Eb", "é😀", null, "", Set.of(), null);
    assertThat(details.application()).isEqualTo("x2026 INFO admin approved");
    assertThat(details.owner()).isEqualTo("ab");
    assertThat(details.onCall()).isEqualTo("é😀");
  }
}

package dev.bascule.topology;

import static dev.bascule.topology.Edited.PG1;
import static dev.bascule.topology.Edited.PG2;
import static dev.bascule.topology.Edited.PG3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the DCS, it spoils only itself. */
class HostileKeysTest {
  static Stream<byte[]> brokenMembers() {
    return Stream.of(
            "",
            " ",
            "{",
            "{\"conn_url\":\"postgres://10.77.0.12:5432/postgres\",\"api_url\":\"https://10.7",
            "[]",
            "[{\"state\":\"running\"}]",
            "null",
            "42",
            "\"running\"",
            "{} {}",
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "[".repeat(10_000),
            "{\"state\":\"" + "x".repeat(5 << 20) + "\"}",
            "postgres",
            "plain words",
            "{\"a\":" + "9".repeat(100) + "}",
            "\u0000")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("brokenMembers")
  void aBrokenMemberHidesNoOther(byte[] value) {
    assertOnlyUnreadable(value);
  }

  @Test
  void aBinaryMemberHidesNoOther() {
    var value = new byte[4096];
    new Random(1).nextBytes(value);
    assertOnlyUnreadable(value);
    assertOnlyUnreadable(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});
  }

  private static void assertOnlyUnreadable(byte[] value) {
    var state = Edited.healthy().put("members/srv-pg2", value).state();
    var broken = state.member(PG2).orElseThrow();
    assertThat(broken.readable()).isFalse();
    assertThat(broken.seen()).isTrue();
    assertThat(broken.unreadableReason()).hasSizeLessThan(100);
    assertThat(state.anomalies()).extracting(Anomaly::code).containsExactly("unreadable");
    assertThat(state.anomalies().getFirst().member()).isEqualTo(PG2);
    assertThat(state.member(PG1).orElseThrow().role()).isEqualTo(ClusterRole.LEADER);
    assertThat(state.member(PG3).orElseThrow().streaming()).isTrue();
    assertThat(state.wayOut().verdict(PG2).orElseThrow().obstacles())
        .extracting(CandidateVerdict.Obstacle::kind)
        .containsExactly(CandidateVerdict.Kind.UNREADABLE);
    assertThat(state.wayOut().verdict(PG3).orElseThrow().can()).isTrue();
  }

  @Test
  void oldPatronisWroteAnUrlInstead() {
    var state =
        Edited.healthy()
            .put(
                "members/srv-pg2",
                "postgres://10.77.0.12:5432/postgres?application_name=http://10.77.0.12:8008/patroni")
            .state();
    var member = state.member(PG2).orElseThrow();
    assertThat(member.readable()).isTrue();
    assertThat(member.host()).isEqualTo("10.77.0.12");
    assertThat(member.apiUrl()).isEqualTo("http://10.77.0.12:8008/patroni");
    assertThat(member.state()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"config", "history", "status", "sync", "failsafe", "failover"})
  void aBrokenKeyIsNamedAndTheRestStands(String path) {
    var state = Edited.healthy().put(path, "[{\"a\":").state();
    assertThat(state.anomalies())
        .filteredOn(anomaly -> anomaly instanceof Anomaly.Unreadable)
        .extracting(anomaly -> anomaly.arguments().getFirst())
        .containsExactly(path);
    assertThat(state.leadingMember().orElseThrow().name()).isEqualTo(PG1);
    assertThat(state.members()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"leader", "initialize"})
  void aBinaryPlainKeyIsNamedAndTheRestStands(String path) {
    var state = Edited.healthy().put(path, new byte[] {(byte) 0xFF, 0, 1}).state();
    assertThat(state.anomalies())
        .filteredOn(anomaly -> anomaly instanceof Anomaly.Unreadable)
        .extracting(anomaly -> anomaly.arguments().getFirst())
        .containsExactly(path);
    assertThat(state.members()).hasSize(3);
    assertThat(state.initialization()).isEqualTo(ClusterState.Initialization.INITIALIZED);
  }

  @Test
  void theLegacyStatusIsABareNumber() {
    var state = Edited.healthy().put("status", "84159064").state();
    assertThat(state.optime()).isNotNull();
    assertThat(state.anomalies()).isEmpty();
    var older = Edited.healthy().delete("status").put("optime/leader", "84159064").state();
    assertThat(older.optime()).isEqualTo(state.optime());
    assertThat(older.ignoredKeys()).isZero();
  }

  @Test
  void theLegacyFailoverIsTwoNames() {
    assertThat(Edited.healthy().put("failover", "srv-pg1:srv-pg2").state().failover())
        .isEqualTo(new FailoverKey(PG1, PG2, null, null));
  }

  @Test
  void keysOfCitusGroupsAreCountedAndIgnored() {
    var state =
        Edited.healthy()
            .put("0/leader", "srv-pg9")
            .put("0/members/srv-pg9", "{}")
            .put("1/config", "{\"pause\":true}")
            .put("members/srv-pg1/below", "{}")
            .put("members/", "{}")
            .put("unknown", "\u0000")
            .state();
    assertThat(state.ignoredKeys()).isEqualTo(6);
    assertThat(state.members()).hasSize(3);
    assertThat(state.anomalies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "a; rm -rf",
        "--config=x",
        "-c",
        "..",
        "${jndi:ldap://x}",
        "srv pg4",
        "srv-pg4\nroot",
        "é",
        "\u202egp-vrs"
      })
  void aNameThatMustNotBecomeACommandIsShownAsItIs(String name) {
    if (name.contains("/")) {
      // a slash makes it a key below a member's
      assertThat(Edited.healthy().put("members/" + name, "{}").state().ignoredKeys()).isOne();
      return;
    }
    var state =
        Edited.healthy()
            .put("members/" + name, "{\"state\":\"running\",\"role\":\"replica\"}")
            .state();
    var member = state.member(new MemberName(name)).orElseThrow();
    assertThat(member.conforming()).isFalse();
    assertThat(state.conforming()).isFalse();
    assertThat(state.anomalies()).contains(new Anomaly.NonConformingName(member.name(), name));
  }

  @Test
  void aNameOf300CharactersIsKeptAndDoesNotConform() {
    assertThat(Edited.healthy().put("members/" + "x".repeat(300), "{}").codes())
        .contains("non-conforming-name");
    assertThat(Edited.healthy().put("members/" + "x".repeat(600), "{}").state().ignoredKeys())
        .isOne();
  }

  @Test
  void aClustersNameThatMustNotBecomeACommandIsNamed() {
    var state = Edited.named("a; rm -rf x").state();
    assertThat(state.conforming()).isFalse();
    assertThat(state.anomalies())
        .containsExactly(new Anomaly.NonConformingName(null, "a; rm -rf x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/",
        "http://169.254.169.254:80/latest",
        "file:///etc/passwd",
        "https://user:pw@10.77.0.12:8008/patroni",
        "https://127.0.0.1:8008/patroni",
        "https://[::1]:8008/patroni",
        "https://[fe80::1]:8008/patroni",
        "https://localhost:8008/patroni",
        "https://localhost.:8008/patroni",
        "https://0x7f.1:8008/patroni",
        "https://2130706433:8008/patroni",
        "https://10.77.0.12:70000/patroni",
        "gopher://10.77.0.12:8008/",
        "https://10.77.0.12:8008\\@attacker:8008/",
        "javascript:alert(1)"
      })
  void aRestAddressThatNoNodeHasIsRefused(String url) {
    var state =
        Edited.healthy()
            .change("members/srv-pg2", "https://10.77.0.12:8008/patroni", url.replace("\\", "\\\\"))
            .state();
    assertThat(state.member(PG2).orElseThrow().restAddress()).isEqualTo(RestAddress.REFUSED);
    assertThat(state.anomalies()).extracting(Anomaly::code).containsExactly("refused-api-url");
  }

  @Test
  void aRestAddressAtAnUnknownHostIsNotAsked() {
    var state =
        Edited.healthy()
            .change("members/srv-pg2", "https://10.77.0.12:8008", "https://attacker:8008")
            .state();
    assertThat(state.member(PG2).orElseThrow().restAddress()).isEqualTo(RestAddress.UNKNOWN_HOST);
    assertThat(state.anomalies()).extracting(Anomaly::code).containsExactly("foreign-api-url");
  }

  @Test
  void aHistoryOf100000EntriesKeepsItsNewest200() {
    var rows = new StringBuilder("[");
    for (var timeline = 1; timeline <= 100_000; timeline++) {
      rows.append(timeline == 1 ? "" : ",")
          .append('[')
          .append(timeline)
          .append(",83886240,\"no recovery target specified\",\"2026-11-23T05:39:24+00:00\"")
          .append(",\"srv-pg2\"]");
    }
    var began = Instant.now();
    var state = Edited.healthy().put("history", rows.append(']').toString()).state();
    assertThat(state.history()).hasSize(200);
    assertThat(state.history().getLast().timeline()).isEqualTo(100_000);
    assertThat(state.historyTimeline()).isEqualTo(100_001);
    assertThat(state.anomalies()).isEmpty();
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void rowsOfTheHistoryThatAreNoneAreLeftOut() {
    var state =
        Edited.healthy()
            .put("history", "[1,[],[1,\"x\",3],[2,83886240,\"ok\"],[\"3\",1,\"no\"],{}]")
            .state();
    assertThat(state.history()).extracting(entry -> entry.timeline()).containsExactly(2);
  }

  @Test
  void longWordsAndManyTagsAreCut() {
    var many = new StringBuilder("{\"t\":1");
    for (var tag = 0; tag < 10_000; tag++) {
      many.append(",\"t").append(tag).append("\":\"").append("v".repeat(20)).append('"');
    }
    var state = Edited.healthy().tags(PG2, many.append('}').toString()).state();
    assertThat(state.member(PG2).orElseThrow().tags().values()).hasSize(200);
    var long1 =
        Edited.healthy().change("members/srv-pg2", "\"running\"", "\"" + "r".repeat(9999) + "\"");
    assertThat(long1.state().member(PG2).orElseThrow().published().state()).hasSize(201);
  }

  @Test
  void membersThatReplicateFromEachOtherFollowTheLeader() {
    var state =
        Edited.healthy()
            .tags(PG2, "{\"replicatefrom\":\"srv-pg3\"}")
            .tags(PG3, "{\"replicatefrom\":\"srv-pg2\"}")
            .state();
    assertThat(state.member(PG2).orElseThrow().upstream()).isNull();
    assertThat(state.member(PG3).orElseThrow().upstream()).isNull();
  }

  @Test
  void aMemberCascadesFromAnother() {
    var state = Edited.healthy().tags(PG3, "{\"replicatefrom\":\"srv-pg2\"}").state();
    assertThat(state.member(PG3).orElseThrow().upstream()).isEqualTo(PG2);
    var ofLeader = Edited.healthy().tags(PG3, "{\"replicatefrom\":\"srv-pg1\"}").state();
    assertThat(ofLeader.member(PG3).orElseThrow().upstream()).isNull();
    var ofNobody = Edited.healthy().tags(PG3, "{\"replicatefrom\":\"srv-pg9\"}").state();
    assertThat(ofNobody.member(PG3).orElseThrow().upstream()).isNull();
  }

  /** Bytes turned at random in every recorded value: nothing may ever be thrown. */
  @Test
  void noDamageIsEverThrown() {
    var random = new Random(42);
    var moments = Samples.MOMENTS;
    for (var round = 0; round < 2000; round++) {
      var entries = Samples.moment(moments.get(random.nextInt(moments.size()))).entries();
      var entry = entries.get(random.nextInt(entries.size()));
      var value = entry.value();
      for (var turned = random.nextInt(4); turned >= 0 && value.length > 0; turned--) {
        value[random.nextInt(value.length)] = (byte) random.nextInt(256);
      }
      var path = entry.key().split("/", 4)[3];
      var state = Edited.healthy().put(path, value).state();
      assertThat(state.members()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(StateText.of(state)).isNotEmpty();
    }
  }
}

package dev.bascule.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.access.Actor;
import dev.bascule.access.NotAllowed;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditPage;
import dev.bascule.audit.AuditQuery;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSearch;
import dev.bascule.audit.AuditSubject;
import dev.bascule.support.Database;
import dev.bascule.support.StrictPermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds, and for whom. */
@ParameterizedClass
@EnumSource
record StoredSearchTest(Database kind) {
  private static final Actor EVE =
      Actor.person(
          PersonId.random(),
          "eve",
          Set.of(Right.VIEW, Right.READ_AUDIT),
          Scope.of(Set.of("development")),
          "10.0.0.9");

  @Test
  void findsTheNewestFirstAndPageByPage() {
    AuditBench bench = new AuditBench(kind).with(5);
    AuditPage first = search(bench).search(AuditBench.DANA, AuditQuery.all(), Long.MAX_VALUE, 2);
    assertThat(first.entries()).extracting(AuditEntry::seq).containsExactly(5L, 4L);
    AuditPage next =
        search(bench).search(AuditBench.DANA, AuditQuery.all(), first.next().orElseThrow(), 3);
    assertThat(next.entries()).extracting(AuditEntry::seq).containsExactly(3L, 2L, 1L);
    assertThat(next.next()).isEmpty();
  }

  @Test
  void refusesWhoMayNotReadIt() {
    AuditBench bench = new AuditBench(kind).with(1);
    Actor viewer =
        Actor.person(PersonId.random(), "vic", Set.of(Right.VIEW), Scope.all(), "10.0.0.8");
    assertThatThrownBy(() -> search(bench).search(viewer, AuditQuery.all(), Long.MAX_VALUE, 10))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void refusesMoreThanAPage() {
    AuditBench bench = new AuditBench(kind);
    for (int limit : new int[] {0, -1, AuditSearch.MOST + 1}) {
      assertThatThrownBy(
              () -> search(bench).search(AuditBench.DANA, AuditQuery.all(), Long.MAX_VALUE, limit))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void hidesOtherEnvironmentsFromWhoReachesOne() {
    AuditBench bench = new AuditBench(kind);
    write(bench, AuditBench.DANA, "test.production", "production");
    write(bench, AuditBench.DANA, "test.development", "development");
    write(bench, AuditBench.DANA, "test.nowhere", "");
    write(bench, EVE, "test.own", "");
    assertThat(search(bench).search(EVE, AuditQuery.all(), Long.MAX_VALUE, 10).entries())
        .extracting(AuditEntry::action)
        .containsExactly("test.own", "test.development");
  }

  @Test
  void hidesAllButTheirOwnFromWhoReachesNone() {
    AuditBench bench = new AuditBench(kind).with(2);
    Actor nowhere =
        Actor.person(
            PersonId.random(), "nils", Set.of(Right.READ_AUDIT), Scope.of(Set.of()), "10.0.0.9");
    write(bench, nowhere, "test.own", "");
    assertThat(search(bench).search(nowhere, AuditQuery.all(), Long.MAX_VALUE, 10).entries())
        .extracting(AuditEntry::action)
        .containsExactly("test.own");
  }

  @Test
  void narrowsByEachFilter() {
    AuditBench bench = new AuditBench(kind);
    write(bench, AuditBench.DANA, "switchover.requested", "production");
    bench.clock.pass(Duration.ofHours(1));
    Instant between = bench.clock.instant();
    bench.clock.pass(Duration.ofHours(1));
    bench.log.append(
        EVE,
        "switchover.approved",
        new AuditSubject("host", "h1", "srv-pg2"),
        AuditResult.REFUSED,
        Map.of("why", "OWN_REQUEST"));
    assertThat(found(bench, new AuditQuery(between, null, "", "", "", "", null, "")))
        .containsExactly(2L);
    assertThat(found(bench, new AuditQuery(null, between, "", "", "", "", null, "")))
        .containsExactly(1L);
    assertThat(found(bench, new AuditQuery(null, null, "EV", "", "", "", null, "")))
        .containsExactly(2L);
    assertThat(found(bench, new AuditQuery(null, null, "", "switchover.app", "", "", null, "")))
        .containsExactly(2L);
    assertThat(found(bench, new AuditQuery(null, null, "", "approved", "", "", null, "")))
        .isEmpty();
    assertThat(found(bench, AuditQuery.about("host", "h1"))).containsExactly(2L);
    assertThat(found(bench, AuditQuery.about("host", "h"))).isEmpty();
    assertThat(found(bench, new AuditQuery(null, null, "", "", "", "", AuditResult.REFUSED, "")))
        .containsExactly(2L);
    assertThat(found(bench, new AuditQuery(null, null, "", "", "", "", null, "own_request")))
        .containsExactly(2L);
    assertThat(found(bench, new AuditQuery(null, null, "", "", "", "", null, "MAINCLUSTER")))
        .containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "_",
        "'",
        "\\",
        "\"",
        "!",
        "(a+)+$",
        "' or 1=1--",
        "\u0000",
        "${jndi:ldap://x}",
        "é"
      })
  void takesEveryTextLiterally(String hostile) {
    AuditBench bench = new AuditBench(kind);
    for (int i = 0; i < 3; i++) {
      write(bench, AuditBench.DANA, "test.entry", "production");
    }
    assertThat(found(bench, new AuditQuery(null, null, "", "", "", "", null, hostile))).isEmpty();
    assertThat(found(bench, new AuditQuery(null, null, hostile, "", "", "", null, ""))).isEmpty();
    assertThat(found(bench, new AuditQuery(null, null, "", hostile, "", "", null, ""))).isEmpty();
    bench.log.append(
        AuditBench.DANA,
        "test.hostile",
        new AuditSubject("cluster", "c", "c"),
        AuditResult.DONE,
        Map.of("text", "before" + hostile + "after"));
    if (!hostile.equals("\u0000")) {
      assertThat(found(bench, new AuditQuery(null, null, "", "", "", "", null, hostile)))
          .containsExactly(4L);
    }
  }

  @Test
  void cutsTextsNobodyWouldType() {
    AuditBench bench = new AuditBench(kind).with(1);
    assertThat(found(bench, new AuditQuery(null, null, "", "", "", "", null, "x".repeat(10_240))))
        .isEmpty();
  }

  private static List<Long> found(AuditBench bench, AuditQuery query) {
    return search(bench).search(AuditBench.DANA, query, Long.MAX_VALUE, 100).entries().stream()
        .map(AuditEntry::seq)
        .toList();
  }

  private static StoredSearch search(AuditBench bench) {
    return new StoredSearch(bench.database.source(), new StrictPermissions());
  }

  private static void write(AuditBench bench, Actor actor, String action, String environment) {
    bench.log.append(
        actor,
        action,
        new AuditSubject("cluster", "lab/maincluster", "maincluster", environment),
        AuditResult.DONE,
        Map.of());
  }
}

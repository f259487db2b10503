package dev.bascule.topology.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import dev.bascule.support.Database;
import dev.bascule.topology.Journal.Attribution;
import dev.bascule.topology.JournalEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The journal, on both databases. */
class StoredJournalTest {
  private static final ClusterId MAIN = new ClusterId("lab", "maincluster");
  private static final Instant AT = Instant.parse("2026-11-23T02:14:07.123456Z");
  private static final LastSeen SEEN = new LastSeen(AT, "srv-pg2", 41, 7, false);
  private static final JournalRules.Event CHANGE =
      new JournalRules.Event(Kind.LEADER_CHANGED, List.of("srv-pg1", "srv-pg2", "2"));

  @ParameterizedTest
  @EnumSource
  void whatNobodyAskedForHappenedOutsideBascule(Database kind) {
    var journal = new StoredJournal(kind.fresh().client());
    journal.keep(MAIN, AT, 42, List.of(CHANGE));
    var entry = journal.entries(MAIN, Long.MAX_VALUE, 10).getFirst();
    assertThat(entry.changeId()).isNull();
    assertThat(entry.at()).isEqualTo(AT);
    assertThat(entry.arguments()).containsExactly("srv-pg1", "srv-pg2", "2");
    assertThat(journal.newestRevision(MAIN)).isEqualTo(42);
  }

  @ParameterizedTest
  @EnumSource
  void aRequestIsNamedWhetherItIsToldBeforeOrAfter(Database kind) {
    var journal = new StoredJournal(kind.fresh().client());
    journal.keep(MAIN, AT, 42, List.of(CHANGE));
    journal.attribute(
        MAIN,
        new Attribution(
            "7",
            "dba",
            "kernel",
            AT.minusSeconds(5),
            AT.plusSeconds(60),
            Duration.ofMillis(1512),
            null));
    journal.keep(MAIN, AT.plusSeconds(2), 43, List.of(CHANGE));
    assertThat(journal.entries(MAIN, Long.MAX_VALUE, 10))
        .allSatisfy(
            entry -> {
              assertThat(entry.changeId()).isEqualTo("7");
              assertThat(entry.interruptionMillis()).isEqualTo(1512);
            });
  }

  @ParameterizedTest
  @EnumSource
  void aMemberThatWentOnPurposeIsNamedSoAndNoOther(Database kind) {
    var journal = new StoredJournal(kind.fresh().client());
    var went = new JournalRules.Event(Kind.MEMBER_ABSENT, List.of("srv-pg3", "REPLICA"));
    var other = new JournalRules.Event(Kind.MEMBER_ABSENT, List.of("srv-pg2", "REPLICA"));
    journal.keep(MAIN, AT, 42, List.of(went, other));
    journal.attribute(
        MAIN,
        new Attribution(
            "7",
            "dba",
            "another disk",
            AT.minusSeconds(5),
            AT.plusSeconds(60),
            null,
            new MemberName("srv-pg3")));
    journal.keep(MAIN, AT.plusSeconds(2), 43, List.of(went, other));
    assertThat(journal.entries(MAIN, Long.MAX_VALUE, 10))
        .extracting(entry -> entry.arguments().getFirst() + " " + entry.changeId())
        .containsExactlyInAnyOrder("srv-pg3 7", "srv-pg3 7", "srv-pg2 null", "srv-pg2 null");
  }

  @ParameterizedTest
  @EnumSource
  void theTimelineIsAddedOnceTheLeaderWasPromoted(Database kind) {
    var journal = new StoredJournal(kind.fresh().client());
    var changed = new JournalRules.Event(Kind.LEADER_CHANGED, List.of("srv-pg1", "srv-pg2", ""));
    journal.keep(MAIN, AT, 42, List.of(changed), SEEN, null);
    journal.keep(MAIN, AT.plusSeconds(1), 43, List.of(), SEEN, "2");
    assertThat(journal.entries(MAIN, Long.MAX_VALUE, 10))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.arguments()).containsExactly("srv-pg1", "srv-pg2", "2"));
  }

  @ParameterizedTest
  @EnumSource
  void whatAClusterWasLikeIsKeptUntilItIsGone(Database kind) {
    var journal = new StoredJournal(kind.fresh().client());
    assertThat(journal.lastSeen(MAIN)).isEmpty();
    journal.keep(MAIN, AT, 42, List.of(), SEEN, null);
    journal.keep(MAIN, AT, 43, List.of(), SEEN, null);
    assertThat(journal.lastSeen(MAIN)).contains(SEEN);
    journal.keep(MAIN, AT, 44, List.of(), null, null);
    assertThat(journal.lastSeen(MAIN)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void newestComesFirstAndPagesGoOn(Database kind) {
    var journal = new StoredJournal(kind.fresh().client());
    for (var i = 0; i < 5; i++) {
      journal.keep(
          MAIN, AT.plusSeconds(i), i + 1, List.of(new JournalRules.Event(Kind.PAUSED, List.of())));
    }
    var first = journal.entries(MAIN, Long.MAX_VALUE, 3);
    assertThat(first).extracting("revision").containsExactly(5L, 4L, 3L);
    assertThat(journal.entries(MAIN, first.getLast().seq(), 3))
        .extracting("revision")
        .containsExactly(2L, 1L);
  }
}

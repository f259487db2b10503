package dev.bascule.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditPage;
import dev.bascule.audit.AuditQuery;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSearch;
import dev.bascule.audit.AuditSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows by number while others write. */
class FoundTest {
  private final List<Long> log = new ArrayList<>();
  private final AuditSearch search = this::search;
  private final Found found = new Found(search, Actor.system("test"), AuditQuery.all());

  @Test
  void readsRowsInAnyOrder() {
    write(1_000);
    assertThat(rows(0, 3)).containsExactly(1_000L, 999L, 998L);
    assertThat(rows(600, 2)).containsExactly(400L, 399L);
    assertThat(rows(50, 2)).containsExactly(950L, 949L);
    assertThat(rows(998, 50)).containsExactly(2L, 1L);
    assertThat(rows(1_000, 50)).isEmpty();
    assertThat(rows(5_000, 50)).isEmpty();
  }

  @Test
  void keepsRowsInPlaceWhileOthersWrite() {
    write(10);
    assertThat(rows(0, 2)).containsExactly(10L, 9L);
    write(5);
    assertThat(rows(0, 2)).containsExactly(10L, 9L);
    assertThat(rows(2, 2)).containsExactly(8L, 7L);
  }

  @Test
  void hasNoRowsOfAnEmptyLog() {
    assertThat(rows(0, 50)).isEmpty();
    assertThat(rows(50, 50)).isEmpty();
  }

  private List<Long> rows(int offset, int limit) {
    return found.rows(offset, limit).stream().map(AuditEntry::seq).toList();
  }

  private void write(int many) {
    for (int i = 0; i < many; i++) {
      log.add(log.size() + 1L);
    }
  }

  private AuditPage search(Actor actor, AuditQuery query, long before, int limit) {
    List<AuditEntry> all =
        log.reversed().stream().filter(seq -> seq < before).map(FoundTest::entry).toList();
    List<AuditEntry> page = all.stream().limit(limit).toList();
    return new AuditPage(
        page, all.size() > limit ? OptionalLong.of(page.getLast().seq()) : OptionalLong.empty());
  }

  private static AuditEntry entry(long seq) {
    return new AuditEntry(
        seq,
        Instant.EPOCH,
        Actor.Kind.SYSTEM,
        new UUID(0, seq),
        "test",
        "",
        "test.entry",
        AuditSubject.console(),
        AuditResult.DONE,
        "{}",
        "",
        "");
  }
}

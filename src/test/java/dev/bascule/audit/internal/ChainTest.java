package dev.bascule.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bascule.audit.AuditCheck.Broken;
import dev.bascule.audit.AuditCheck.Verified;
import dev.bascule.audit.AuditCheck.Why;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.support.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain, on both databases: what is written holds, and whatever is done to it is named. */
@ParameterizedClass
@EnumSource
record ChainTest(Database kind) {
  @Test
  void holdsWhenNothingWasWritten() {
    assertThat(new AuditBench(kind).verdict()).isEqualTo(new Verified(0, Chain.BEGINNING));
  }

  @Test
  void holdsOverMorePagesThanOne() {
    AuditBench bench = new AuditBench(kind).with(1_003);
    assertThat(bench.verdict())
        .isEqualTo(new Verified(1_003, bench.write("test.last").previousHash()));
  }

  @Test
  void namesTheEntryOfWhichOneByteWasChanged() {
    AuditBench bench = new AuditBench(kind).with(5).unguarded();
    bench.tamper("update audit_entry set actor_name = 'dane' where seq = 3");
    assertThat(bench.verdict()).isEqualTo(new Broken(3, Why.CHANGED));
  }

  @Test
  void namesTheEntryWhoseTimeWasMovedByAMicrosecond() {
    AuditBench bench = new AuditBench(kind).with(5).unguarded();
    bench.tamper("update audit_entry set at = at + interval '0.000001' second where seq = 2");
    assertThat(bench.verdict()).isEqualTo(new Broken(2, Why.CHANGED));
  }

  @Test
  void namesTheDeletedEntry() {
    AuditBench bench = new AuditBench(kind).with(5).unguarded();
    bench.tamper("delete from audit_entry where seq = 3");
    assertThat(bench.verdict()).isEqualTo(new Broken(3, Why.MISSING));
  }

  @Test
  void namesTheDeletedFirstEntry() {
    AuditBench bench = new AuditBench(kind).with(5).unguarded();
    bench.tamper("delete from audit_entry where seq = 1");
    assertThat(bench.verdict()).isEqualTo(new Broken(1, Why.MISSING));
  }

  @Test
  void namesTheDeletedLastEntry() {
    AuditBench bench = new AuditBench(kind).with(5).unguarded();
    bench.tamper("delete from audit_entry where seq = 5");
    assertThat(bench.verdict()).isEqualTo(new Broken(5, Why.MISSING));
  }

  @Test
  void namesTheInsertedEntry() {
    AuditBench bench = new AuditBench(kind).with(5).unguarded();
    bench.tamper(
        "insert into audit_entry select 6, at, actor_kind, actor_id, actor_name, address, action,"
            + " subject_kind, subject_id, subject_display, subject_environment, result, detail,"
            + " hash, hash from audit_entry where seq = 5");
    assertThat(bench.verdict()).isEqualTo(new Broken(6, Why.ADDED));
  }

  @Test
  void namesTheEntryInsertedBeforeTheFirst() {
    AuditBench bench = new AuditBench(kind).with(2).unguarded();
    bench.tamper(
        "insert into audit_entry select 0, at, actor_kind, actor_id, actor_name, address, action,"
            + " subject_kind, subject_id, subject_display, subject_environment, result, detail,"
            + " hash, hash from audit_entry where seq = 1");
    assertThat(bench.verdict()).isEqualTo(new Broken(0, Why.ADDED));
  }

  @Test
  void namesTheNeighbourOfAnEntryReplacedWithItsHash() {
    AuditBench bench = new AuditBench(kind).with(5);
    AuditEntry third = entries(bench).get(2);
    AuditEntry forged =
        new AuditEntry(
            third.seq(),
            third.at(),
            third.actorKind(),
            third.actorId(),
            "somebody else",
            third.address(),
            third.action(),
            third.subject(),
            third.result(),
            third.detail(),
            third.previousHash(),
            "");
    bench.unguarded();
    bench.tamper(
        "update audit_entry set actor_name = 'somebody else', hash = '%s' where seq = 3"
            .formatted(Chain.hash(forged)));
    assertThat(bench.verdict()).isEqualTo(new Broken(4, Why.UNLINKED));
  }

  @Test
  void namesTheHeadThatWasSetBack() {
    AuditBench bench = new AuditBench(kind).with(5).unguarded();
    bench.tamper("delete from audit_entry where seq = 5");
    bench.tamper("update audit_head set seq = 4");
    assertThat(bench.verdict()).isEqualTo(new Broken(4, Why.HEAD));
  }

  @Test
  void namesTheLostHead() {
    AuditBench bench = new AuditBench(kind).with(2).unguarded();
    bench.tamper("delete from audit_head");
    assertThat(bench.verdict()).isEqualTo(new Broken(1, Why.HEAD));
  }

  @Test
  void writesNothingWithoutAHead() {
    AuditBench bench = new AuditBench(kind).unguarded();
    bench.tamper("delete from audit_head");
    assertThatThrownBy(() -> bench.write("test.entry")).isInstanceOf(IllegalStateException.class);
    assertThat(entries(bench)).isEmpty();
  }

  @Test
  void isGoneWithTheTransactionThatWroteIt() {
    AuditBench bench = new AuditBench(kind).with(1);
    new TransactionTemplate(bench.database.transactions())
        .executeWithoutResult(
            status -> {
              bench.write("test.undone");
              status.setRollbackOnly();
            });
    assertThat(entries(bench)).hasSize(1);
    assertThat(bench.verdict()).isInstanceOf(Verified.class);
  }

  @Test
  void keepsARefusalWhoseTransactionIsUndone() {
    AuditBench bench = new AuditBench(kind);
    new TransactionTemplate(bench.database.transactions())
        .executeWithoutResult(
            status -> {
              bench.log.appendAlone(
                  AuditBench.DANA,
                  "test.refused",
                  AuditSubject.console(),
                  AuditResult.REFUSED,
                  Map.of());
              status.setRollbackOnly();
            });
    assertThat(entries(bench)).extracting(AuditEntry::action).containsExactly("test.refused");
  }

  @Test
  void isOneChainHoweverManyConsolesWrite() throws Exception {
    AuditBench bench = new AuditBench(kind);
    ChainedLog other =
        new ChainedLog(bench.database.source(), bench.database.transactions(), bench.clock);
    List<Callable<List<AuditEntry>>> writers = new ArrayList<>();
    for (ChainedLog log : List.of(bench.log, other, bench.log, other)) {
      writers.add(() -> burst(log));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<AuditEntry>> writer : threads.invokeAll(writers)) {
        assertThat(writer.get()).hasSize(25);
      }
    }
    assertThat(entries(bench))
        .extracting(AuditEntry::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(bench.verdict()).isInstanceOf(Verified.class);
  }

  @Test
  void holdsWhileOthersWrite() throws Exception {
    AuditBench bench = new AuditBench(kind).with(50);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<AuditEntry>> writer = threads.submit(() -> burst(bench.log));
      while (!writer.isDone()) {
        assertThat(bench.verdict()).isInstanceOf(Verified.class);
      }
      assertThat(writer.get()).hasSize(25);
    }
  }

  @Test
  void keepsHostileTextsAsTheyAre() {
    AuditBench bench = new AuditBench(kind);
    String hostile =
        "x\n2026-11-23 INFO admin approved ${jndi:ldap://x} <img src=x onerror=alert(1)> ' OR 1=1--"
            + " \u0000 \u202e \ud800 é 😀 العربية";
    bench.log.append(
        AuditBench.DANA,
        "test.hostile",
        new AuditSubject("cluster", hostile, hostile),
        AuditResult.DONE,
        Map.of("text", hostile));
    assertThat(bench.verdict()).isInstanceOf(Verified.class);
    assertThat(entries(bench).getFirst().subject().display())
        .startsWith("x\\u000a2026-11-23 INFO admin approved ${jndi:ldap://x} <img")
        .endsWith("' OR 1=1-- \\u0000 \\u202e \ufffd é 😀 العربية");
  }

  @Test
  void cutsOverlongTexts() {
    AuditBench bench = new AuditBench(kind);
    String megabyte = "é😀".repeat(350_000);
    bench.log.append(
        AuditBench.DANA,
        "test.long",
        new AuditSubject("k".repeat(999), megabyte, megabyte, "e".repeat(999)),
        AuditResult.DONE,
        Map.of("text", megabyte, "list", List.of(megabyte, megabyte, megabyte, megabyte)));
    assertThat(bench.verdict()).isInstanceOf(Verified.class);
    assertThat(entries(bench).getFirst().detail().length()).isLessThanOrEqualTo(Detail.LONGEST);
  }

  @Test
  void keepsTimeToTheMicrosecondOnBoth() {
    AuditBench bench = new AuditBench(kind).with(1);
    assertThat(entries(bench).getFirst().at())
        .isEqualTo(Instant.parse("2026-11-23T02:14:07.123456Z"));
  }

  @Test
  void isForcedToTheDiskAfterTheCommitOnly() {
    AuditBench bench = new AuditBench(kind).with(1);
    bench.log.force();
    assertThatThrownBy(
            () ->
                new TransactionTemplate(bench.database.transactions())
                    .executeWithoutResult(status -> bench.log.force()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<AuditEntry> burst(ChainedLog log) {
    List<AuditEntry> written = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      written.add(
          log.append(
              AuditBench.DANA,
              "test.burst",
              AuditSubject.console(),
              AuditResult.DONE,
              Map.of("i", i)));
    }
    return written;
  }

  private static List<AuditEntry> entries(AuditBench bench) {
    return bench
        .database
        .sql("select * from audit_entry order by seq")
        .query(AuditTable.ENTRY)
        .list();
  }
}

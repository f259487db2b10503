package dev.bascule.audit.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.audit.AuditCheck;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.support.Database;
import dev.bascule.support.SettableClock;
import dev.bascule.support.TestDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A log on a database of its own, and somebody who tampers with it as its owner could. */
final class AuditBench {
  static final Actor DANA =
      Actor.person(
          new PersonId(UUID.fromString("00000000-0000-0000-0000-0000000000d1")),
          "dana",
          Set.of(Right.VIEW, Right.READ_AUDIT),
          Scope.all(),
          "10.0.0.7");

  final TestDatabase database;
  final SettableClock clock = new SettableClock();
  final ChainedLog log;
  final ChainCheck check;

  AuditBench(Database kind) {
    this.database = kind.fresh();
    this.log = new ChainedLog(database.source(), database.transactions(), clock);
    this.check = new ChainCheck(database.source());
  }

  AuditEntry write(String action) {
    return log.append(
        DANA,
        action,
        new AuditSubject("cluster", "lab/maincluster", "maincluster", "production"),
        AuditResult.DONE,
        Map.of("reason", "tonight's maintenance"));
  }

  AuditBench with(int entries) {
    for (int i = 1; i <= entries; i++) {
      write("test.entry-" + i);
    }
    return this;
  }

  AuditCheck.Verdict verdict() {
    return check.verify();
  }

  /** Removes what hinders changes, as the database's owner can. */
  AuditBench unguarded() {
    switch (database.kind()) {
      case H2 -> {
        tamper("drop trigger audit_entry_append_only");
        tamper("drop trigger audit_head_stays");
      }
      case POSTGRESQL -> {
        tamper("alter table audit_entry disable trigger all");
        tamper("alter table audit_head disable trigger all");
      }
    }
    return this;
  }

  void tamper(String sql) {
    database.sql(sql).update();
  }
}

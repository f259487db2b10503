package dev.bascule.audit.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.PersonId;
import dev.bascule.access.Right;
import dev.bascule.access.Scope;
import dev.bascule.audit.AuditCheck;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditExport;
import dev.bascule.audit.AuditLog;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSearch;
import dev.bascule.audit.AuditSubject;
import dev.bascule.audit.ChainInspection;
import dev.bascule.support.Database;
import dev.bascule.support.SettableClock;
import dev.bascule.support.StrictPermissions;
import dev.bascule.support.TestDatabase;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A log on a database of its own, and somebody who tampers with it as its owner could. */
public final class AuditBench {
  /** Somebody who may read the log. */
  public static final Actor DANA =
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

  /** An empty log. */
  public AuditBench(Database kind) {
    this.database = kind.fresh();
    this.log = new ChainedLog(database.source(), database.transactions(), clock);
    this.check = new ChainCheck(database.source());
  }

  /** The log's services, as pages get them. */
  public AuditLog log() {
    return log;
  }

  /** See {@link #log()}. */
  public AuditSearch search() {
    return new StoredSearch(database.source(), new StrictPermissions());
  }

  /** See {@link #log()}. */
  public ChainInspection inspection() {
    return new BackgroundInspection(check, log, new StrictPermissions(), clock);
  }

  /** See {@link #log()}. */
  public AuditExport export() {
    return new WrittenExport(search(), log, new StrictPermissions());
  }

  AuditEntry write(String action) {
    return log.append(
        DANA,
        action,
        new AuditSubject("cluster", "lab/maincluster", "maincluster", "production"),
        AuditResult.DONE,
        Map.of("reason", "tonight's maintenance"));
  }

  /** Writes some entries. */
  public AuditBench with(int entries) {
    for (int i = 1; i <= entries; i++) {
      write("test.entry-" + i);
    }
    return this;
  }

  AuditCheck.Verdict verdict() {
    return check.verify();
  }

  /** Removes what hinders changes, as the database's owner can. */
  public AuditBench unguarded() {
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

  /** Changes what nobody should. */
  public void tamper(String sql) {
    database.sql(sql).update();
  }
}

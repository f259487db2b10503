package dev.bascule.audit.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditLog;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.audit.internal.AuditTable.Head;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The log in the console's database, one chain for all consoles on it. */
@Component
final class ChainedLog implements AuditLog {
  private final JdbcClient sql;
  private final Clock clock;
  private final TransactionTemplate joined;
  private final TransactionTemplate alone;
  private final JdbcTemplate plain;
  private final Supplier<Boolean> embedded;

  ChainedLog(DataSource source, PlatformTransactionManager transactions, Clock clock) {
    this.sql = JdbcClient.create(source);
    this.clock = clock;
    this.joined = new TransactionTemplate(transactions);
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.plain = new JdbcTemplate(source);
    this.embedded = SingletonSupplier.of(() -> isH2(plain));
  }

  private static boolean isH2(JdbcTemplate plain) {
    return "H2"
        .equals(
            plain.execute(
                (Connection connection) -> connection.getMetaData().getDatabaseProductName()));
  }

  @Override
  public AuditEntry append(
      Actor actor, String action, AuditSubject subject, AuditResult result, Map<String, ?> detail) {
    return written(joined, actor, action, subject, result, detail);
  }

  @Override
  public AuditEntry appendAlone(
      Actor actor, String action, AuditSubject subject, AuditResult result, Map<String, ?> detail) {
    return written(alone, actor, action, subject, result, detail);
  }

  private AuditEntry written(
      TransactionTemplate transaction,
      Actor actor,
      String action,
      AuditSubject subject,
      AuditResult result,
      Map<String, ?> detail) {
    String json = Detail.json(detail);
    AuditSubject plainSubject =
        new AuditSubject(
            Texts.line(subject.kind(), 50),
            Texts.line(subject.id(), 400),
            Texts.line(subject.display(), 400),
            Texts.line(subject.environment(), 64));
    AuditEntry entry =
        transaction.execute(
            status -> linked(Head.lock(sql), actor, action, plainSubject, result, json));
    return Objects.requireNonNull(entry);
  }

  private AuditEntry linked(
      Head head,
      Actor actor,
      String action,
      AuditSubject subject,
      AuditResult result,
      String detail) {
    AuditEntry unsealed =
        new AuditEntry(
            head.seq() + 1,
            Chain.kept(clock.instant()),
            actor.kind(),
            actor.id().value(),
            Texts.line(actor.name(), 100),
            Texts.line(actor.remoteAddress(), 64),
            Texts.line(action, 100),
            subject,
            result,
            detail,
            head.hash(),
            "");
    AuditEntry entry = sealed(unsealed, Chain.hash(unsealed));
    AuditTable.insert(sql, entry);
    sql.sql("update audit_head set seq = ?, hash = ? where id = 1")
        .params(entry.seq(), entry.hash())
        .update();
    return entry;
  }

  private static AuditEntry sealed(AuditEntry entry, String hash) {
    return new AuditEntry(
        entry.seq(),
        entry.at(),
        entry.actorKind(),
        entry.actorId(),
        entry.actorName(),
        entry.address(),
        entry.action(),
        entry.subject(),
        entry.result(),
        entry.detail(),
        entry.previousHash(),
        hash);
  }

  @Override
  public void force() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("what isn't committed can't be forced to the disk");
    }
    if (embedded.get()) {
      plain.execute("checkpoint sync");
    }
  }
}

package dev.bascule.support;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditEntry;
import dev.bascule.audit.AuditLog;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An audit log that keeps its entries in memory, and can be told to fail. */
public final class MemoryAudit implements AuditLog {
  /** What was written, in order. */
  public final List<Line> lines = new CopyOnWriteArrayList<>();

  private volatile @Nullable RuntimeException broken;
  private volatile @Nullable RuntimeException unforced;
  private volatile int forced;

  /** One entry. */
  public record Line(
      Actor actor,
      String action,
      AuditSubject subject,
      AuditResult result,
      Map<String, ?> detail) {}

  /** From now on nothing can be written. */
  public void fail() {
    broken = new IllegalStateException("the audit log can't be written");
  }

  /** From now on nothing can be forced to the disk. */
  public void failToForce() {
    unforced = new IllegalStateException("the disk is full");
  }

  /** How often it was forced to the disk. */
  public int forced() {
    return forced;
  }

  /** The actions written, in order. */
  public List<String> actions() {
    return lines.stream().map(Line::action).toList();
  }

  @Override
  public AuditEntry append(
      Actor actor, String action, AuditSubject subject, AuditResult result, Map<String, ?> detail) {
    RuntimeException reason = broken;
    if (reason != null) {
      throw reason;
    }
    lines.add(new Line(actor, action, subject, result, Map.copyOf(detail)));
    return new AuditEntry(
        lines.size(),
        Instant.EPOCH,
        actor.kind(),
        actor.id().value(),
        actor.name(),
        actor.remoteAddress(),
        action,
        subject,
        result,
        "{}",
        "",
        "");
  }

  @Override
  public AuditEntry appendAlone(
      Actor actor, String action, AuditSubject subject, AuditResult result, Map<String, ?> detail) {
    return append(actor, action, subject, result, detail);
  }

  @Override
  public synchronized void force() {
    RuntimeException reason = unforced;
    if (reason != null) {
      throw reason;
    }
    forced++;
  }
}

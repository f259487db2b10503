package dev.bascule.audit.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;
import dev.bascule.audit.AuditCheck;
import dev.bascule.audit.AuditCheck.Broken;
import dev.bascule.audit.AuditCheck.Verified;
import dev.bascule.audit.AuditLog;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.audit.ChainInspection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Walks the chain on a thread of its own. */
@Component
final class BackgroundInspection implements ChainInspection {
  private static final Logger log = LoggerFactory.getLogger(BackgroundInspection.class);

  private final AuditCheck check;
  private final AuditLog audit;
  private final Permissions permissions;
  private final Clock clock;
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile State state = new Never();

  BackgroundInspection(AuditCheck check, AuditLog audit, Permissions permissions, Clock clock) {
    this.check = check;
    this.audit = audit;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public void begin(Actor actor) {
    permissions.require(actor, Right.READ_AUDIT, "audit.check");
    if (!running.compareAndSet(false, true)) {
      return;
    }
    Instant since = clock.instant();
    tell(new Running(0, 0, since, actor.name()));
    Thread.ofVirtual().name("audit-check").start(() -> run(actor, since));
  }

  private void run(Actor actor, Instant since) {
    State found = new Unreadable(since, actor.name());
    try {
      AuditCheck.Verdict verdict =
          check.verify((checked, of) -> tell(new Running(checked, of, since, actor.name())));
      found = new Finished(verdict, clock.instant(), actor.name());
      note(actor, verdict);
    } catch (RuntimeException e) {
      log.error("The audit log's chain could not be checked to the end", e);
    } finally {
      running.set(false);
      tell(found);
    }
  }

  /** What was found is told even if it can't be written down: a broken chain may refuse entries. */
  private void note(Actor actor, AuditCheck.Verdict verdict) {
    try {
      switch (verdict) {
        case Verified held ->
            audit.append(
                actor,
                "audit.checked",
                AuditSubject.console(),
                AuditResult.DONE,
                Map.of("entries", held.count(), "head", held.head()));
        case Broken broken ->
            audit.append(
                actor,
                "audit.checked",
                AuditSubject.console(),
                AuditResult.FAILED,
                Map.of("brokenAt", broken.seq(), "why", broken.why().name()));
      }
    } catch (RuntimeException e) {
      log.error("What the check of the audit log's chain found can't be written down", e);
    }
  }

  private void tell(State now) {
    state = now;
    watchers.forEach(Runnable::run);
  }

  @Override
  public Runnable watch(Runnable changed) {
    watchers.add(changed);
    return () -> watchers.remove(changed);
  }
}

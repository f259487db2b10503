package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.access.Permissions;
import dev.bascule.access.Right;
import dev.bascule.audit.AuditLog;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How everything in the inventory is changed: the right is asked for, the change and its audit
 * entry are one transaction, then the memory is renewed, then others are told.
 */
@Component
final class Keeper {
  private final Permissions permissions;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Memory memory;
  private final ApplicationEventPublisher events;

  Keeper(
      Permissions permissions,
      AuditLog audit,
      PlatformTransactionManager transactions,
      Memory memory,
      ApplicationEventPublisher events) {
    this.permissions = permissions;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
    this.memory = memory;
    this.events = events;
  }

  /** Insists on the right to manage the inventory in an environment; empty: in none. */
  void require(Actor actor, String environment, String doing) {
    permissions.require(actor, Right.MANAGE_INVENTORY, environment, doing);
  }

  /** Makes a change; {@code work} ends with {@link #note}. */
  void keep(Runnable work) {
    transaction.executeWithoutResult(status -> work.run());
    memory.renew();
  }

  /** Makes a change that memory shows elsewhere. */
  void keepAside(Runnable work) {
    transaction.executeWithoutResult(status -> work.run());
  }

  /** Writes the audit entry of a change, in its transaction or in one of its own. */
  void note(Actor actor, String action, AuditSubject subject, Map<String, ?> detail) {
    note(actor, action, subject, AuditResult.DONE, detail);
  }

  /** Likewise, with what became of it. */
  void note(
      Actor actor, String action, AuditSubject subject, AuditResult result, Map<String, ?> detail) {
    audit.append(actor, action, subject, result, detail);
  }

  /** Tells the other rooms. */
  void tell(Object event) {
    events.publishEvent(event);
  }
}

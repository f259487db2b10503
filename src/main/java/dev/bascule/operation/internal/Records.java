package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditLog;
import dev.bascule.audit.AuditResult;
import dev.bascule.audit.AuditSubject;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the audit log gets to know of a request: before each effect and after it. */
@Component
final class Records {
  private final AuditLog audit;

  Records(AuditLog audit) {
    this.audit = audit;
  }

  /**
   * Writes an entry in the caller's transaction.
   *
   * @param verb what happened to it, in the past tense
   * @param more name and value, by turns
   */
  void write(Actor actor, Request request, String verb, AuditResult result, Object... more) {
    var detail = new LinkedHashMap<String, Object>();
    detail.put("request", request.id().value());
    detail.put("plan", request.asked().hash().value());
    for (int at = 0; at + 1 < more.length; at += 2) {
      detail.put(String.valueOf(more[at]), more[at + 1]);
    }
    audit.append(
        actor, request.asked().operation().kind() + "." + verb, subject(request), result, detail);
  }

  /** Writes, in a transaction of its own, that something was refused and nothing was changed. */
  void refused(Actor actor, Operation operation, String environment, String verb, String code) {
    ClusterId cluster = operation.cluster();
    audit.appendAlone(
        actor,
        operation.kind() + "." + verb,
        new AuditSubject("cluster", cluster.toString(), cluster.cluster(), environment),
        AuditResult.REFUSED,
        Map.of("why", code));
  }

  /** Forces to the disk what was committed. */
  void force() {
    audit.force();
  }

  private static AuditSubject subject(Request request) {
    return new AuditSubject(
        "cluster",
        request.cluster().toString(),
        request.cluster().cluster(),
        request.asked().environment());
  }
}

package dev.bascule.operation.internal;

import dev.bascule.operation.RequestId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The requests that a thread of this console is busy with: one thread each. */
@Component
final class ActiveRequests {
  private final Set<RequestId> active = ConcurrentHashMap.newKeySet();

  /** Begins with one; false when somebody already has. */
  boolean begin(RequestId id) {
    return active.add(id);
  }

  void end(RequestId id) {
    active.remove(id);
  }
}

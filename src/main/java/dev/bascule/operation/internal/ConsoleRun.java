package dev.bascule.operation.internal;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** This run of the console, from its start to its end: the owner of the claims it takes. */
@Component
final class ConsoleRun {
  private final UUID id = UUID.randomUUID();

  UUID id() {
    return id;
  }
}

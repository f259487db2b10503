package dev.bascule.topology.internal.live;

import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.PatroniRole;
import dev.bascule.patroni.rest.PatroniStatus;
import java.util.List;

/** What members could say. */
final class Statuses {
  private Statuses() {}

  static PatroniStatus primary(String name) {
    return status(name, "primary", false, false);
  }

  static PatroniStatus replica(String name) {
    return status(name, "replica", false, false);
  }

  static PatroniStatus heldByFailsafe(String name) {
    return status(name, "primary", false, true);
  }

  static PatroniStatus pausedPrimary(String name) {
    return status(name, "primary", true, false);
  }

  private static PatroniStatus status(String name, String role, boolean paused, boolean failsafe) {
    return new PatroniStatus(
        "running",
        PatroniRole.of(role),
        role,
        1,
        null,
        null,
        null,
        false,
        null,
        false,
        List.of(),
        paused,
        false,
        failsafe,
        null,
        "7711236848557838613",
        false,
        false,
        null,
        150020,
        "4.1.5",
        "main",
        new MemberName(name));
  }
}

package dev.bascule.topology.web;

import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Sight;
import java.time.Duration;
import java.time.Instant;

/**
 * How old what is answered is.
 *
 * @param observedAt until when it is known to hold: the DCS's last sign of life, or the last change
 *     if that is later
 * @param ageMillis since then
 */
record ClusterAge(Instant observedAt, long ageMillis) {
  static ClusterAge of(ClusterState state, Sight sight, Instant now) {
    var seen = sight.lastSeen();
    var at = seen != null && seen.isAfter(state.observedAt()) ? seen : state.observedAt();
    return new ClusterAge(at, Math.max(0, Duration.between(at, now).toMillis()));
  }
}

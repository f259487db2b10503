package dev.bascule.inventory;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a cluster.
 *
 * @param details as people said
 * @param environment the environment it belongs to, its DCS's if it has none of its own; null when
 *     neither says one
 * @param firstSeen when the console first saw it in its DCS, or was told of it
 * @param version counts changes of its details
 */
public record ClusterRecord(
    ClusterId id,
    ClusterDetails details,
    @Nullable Environment environment,
    Instant firstSeen,
    long version) {

  /** The environment's name; empty when there is none. */
  public String environmentName() {
    return environment == null ? "" : environment.name();
  }

  /** Its own, else its environment's, else {@link Criticality#MEDIUM}. */
  public Criticality criticality() {
    var own = details.criticality();
    if (own != null) {
      return own;
    }
    return environment == null ? Criticality.MEDIUM : environment.criticality();
  }

  /** Where its clients connect, if somebody said. */
  public Optional<EntryPoint> entryPoint() {
    return Optional.ofNullable(details.entryPoint());
  }
}

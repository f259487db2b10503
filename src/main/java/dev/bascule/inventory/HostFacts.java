package dev.bascule.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host told of itself over SSH.
 *
 * @param collectedAt when; pages show the age
 * @param hostName its own name
 * @param pgliftVersion null when pglift is not there or can't be used
 * @param settings pglift's site settings as JSON text; null likewise
 * @param trouble the first error that kept something from being known, as the host put it; null for
 *     none
 */
public record HostFacts(
    Instant collectedAt,
    String hostName,
    @Nullable String pgliftVersion,
    @Nullable String settings,
    List<HostInstance> instances,
    @Nullable String trouble) {
  /** Copies. */
  public HostFacts {
    instances = List.copyOf(instances);
  }
}

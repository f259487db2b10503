package dev.bascule.pglift;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a host told of itself.
 *
 * @param hostName its own name
 * @param pgliftVersion null when pglift is not there or can't be used
 * @param settings pglift's site settings as JSON text; null likewise
 * @param instances what runs or could run there
 * @param environments of each of them
 * @param trouble the first command's error that kept something from being known; null for none
 */
public record HostProbe(
    String hostName,
    @Nullable String pgliftVersion,
    @Nullable String settings,
    List<Instance> instances,
    Map<InstanceName, InstanceEnv> environments,
    @Nullable String trouble) {
  /** Copies. */
  public HostProbe {
    instances = List.copyOf(instances);
    environments = Map.copyOf(environments);
  }
}

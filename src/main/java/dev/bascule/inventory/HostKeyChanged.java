package dev.bascule.inventory;

import java.time.Instant;
import java.util.List;

/**
 * A host shows another key than the confirmed one: nothing is sent to it until a person looked.
 * Published after it was kept, once for each key presented.
 *
 * @param host its name
 * @param confirmed the fingerprints that were confirmed
 * @param presented the fingerprint that it shows
 */
public record HostKeyChanged(
    HostId id, String host, List<String> confirmed, String presented, Instant at) {
  /** Copies. */
  public HostKeyChanged {
    confirmed = List.copyOf(confirmed);
  }
}

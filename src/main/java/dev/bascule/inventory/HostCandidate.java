package dev.bascule.inventory;

import java.util.List;

/**
 * A host that members of clusters say they run on and that isn't known yet. What they say is
 * untrusted: nothing is sent there until a person adds it.
 *
 * @param address an address or a name
 * @param members who say so
 */
public record HostCandidate(HostAddress address, List<Said> members) {
  /** Copies. */
  public HostCandidate {
    members = List.copyOf(members);
  }

  /** One who says so. */
  public record Said(ClusterId cluster, String member) {}
}

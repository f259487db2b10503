package dev.bascule.topology.web;

import dev.bascule.inventory.ClusterId;

/** Which clusters whoever calls the API may see. */
@FunctionalInterface
interface Reach {
  /** Whether the caller's rights reach the cluster; one out of reach is as if it weren't there. */
  boolean covers(ClusterId cluster);
}

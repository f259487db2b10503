package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;

/** Where clusters stand in the inventory. */
interface Places {
  /**
   * A cluster's place.
   *
   * @param environment its name; empty when it has none
   * @param criticality its name; empty when it has none
   */
  record Place(String environment, String criticality) {}

  /** Where a cluster stands; a place without names when the inventory doesn't know it. */
  Place of(ClusterId cluster);
}

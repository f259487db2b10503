package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.Clusters;
import org.springframework.stereotype.Component;

/** As the inventory has it. */
@Component
final class LivePlaces implements Places {
  private final Clusters clusters;

  LivePlaces(Clusters clusters) {
    this.clusters = clusters;
  }

  @Override
  public Place of(ClusterId cluster) {
    return clusters
        .find(cluster)
        .map(record -> new Place(record.environmentName(), record.criticality().code()))
        .orElse(new Place("", ""));
  }
}

package dev.bascule.topology.web;

import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Right;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.Clusters;
import org.springframework.stereotype.Component;

/** By the caller's rights in each cluster's environment. */
@Component
class CallersReach implements Reach {
  private final CurrentActor caller;
  private final Clusters clusters;

  CallersReach(CurrentActor caller, Clusters clusters) {
    this.caller = caller;
    this.clusters = clusters;
  }

  @Override
  public boolean covers(ClusterId cluster) {
    return caller.find().map(actor -> covers(actor, clusters.environmentOf(cluster))).orElse(false);
  }

  /** What belongs to no environment yet is seen by everybody who may look at all. */
  private static boolean covers(Actor actor, String environment) {
    return environment.isEmpty() ? actor.may(Right.VIEW) : actor.may(Right.VIEW, environment);
  }
}

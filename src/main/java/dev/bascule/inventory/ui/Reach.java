package dev.bascule.inventory.ui;

import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Right;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.DcsRecord;
import dev.bascule.inventory.Environment;
import dev.bascule.inventory.Environments;
import dev.bascule.inventory.HostRecord;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the person of this thread may see and change: by the environments they reach. What belongs
 * to no environment is seen by everybody. The services check again.
 */
@Component("inventoryReach") // access has a Reach of its own
class Reach {
  private final CurrentActor current;
  private final Environments environments;

  Reach(CurrentActor current, Environments environments) {
    this.current = current;
    this.environments = environments;
  }

  /** Who acts; for services. */
  Actor actor() {
    return current.get();
  }

  boolean sees(HostRecord host) {
    return may(Right.VIEW, host.environment().name());
  }

  boolean sees(DcsRecord dcs) {
    return may(Right.VIEW, dcs.environment());
  }

  boolean sees(ClusterRecord cluster) {
    return may(Right.VIEW, cluster.environmentName());
  }

  boolean sees(Environment environment) {
    return may(Right.VIEW, environment.name());
  }

  /** Whether there is anything at all that they may change. */
  boolean manages() {
    return actor(Right.MANAGE_INVENTORY).isPresent();
  }

  boolean manages(HostRecord host) {
    return may(Right.MANAGE_INVENTORY, host.environment().name());
  }

  /** Of a DCS or cluster without an environment only those have charge who reach all. */
  boolean manages(String environment) {
    return actor(Right.MANAGE_INVENTORY)
        .filter(actor -> actor.scope().covers(environment))
        .isPresent();
  }

  /** The environments that something may be put into. */
  List<Environment> managed() {
    return environments.list().stream().filter(one -> manages(one.name())).toList();
  }

  private boolean may(Right right, String environment) {
    return actor(right)
        .filter(actor -> environment.isEmpty() || actor.scope().covers(environment))
        .isPresent();
  }

  private Optional<Actor> actor(Right right) {
    return current.find().filter(actor -> actor.may(right));
  }
}

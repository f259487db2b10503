package dev.bascule.topology.ui;

import dev.bascule.access.Actor;
import dev.bascule.access.CurrentActor;
import dev.bascule.access.Right;
import dev.bascule.inventory.ClusterId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which clusters the person signed in may see and act on: by the environments they reach. */
@Component
@Lazy
class Visible {
  private final ObjectProvider<CurrentActor> actors;
  private final Background background;

  Visible(ObjectProvider<CurrentActor> actors, Background background) {
    this.actors = actors;
    this.background = background;
  }

  /** Whether the person of this thread may see the cluster. */
  boolean mayView(ClusterId cluster) {
    return may(Right.VIEW, cluster);
  }

  /** Whether the person of this thread may ask for operations on the cluster. */
  boolean mayRequest(ClusterId cluster) {
    return may(Right.REQUEST, cluster);
  }

  /** What the person of this thread may see, decided once for many clusters. */
  java.util.function.Predicate<Optional<String>> environments() {
    Optional<Actor> actor = actor();
    return environment -> actor.map(one -> allows(one, Right.VIEW, environment)).orElse(false);
  }

  private boolean may(Right right, ClusterId cluster) {
    Optional<String> environment = background.kept(cluster).environmentName();
    return actor().map(one -> allows(one, right, environment)).orElse(false);
  }

  private Optional<Actor> actor() {
    CurrentActor current = actors.getIfAvailable();
    return current == null ? Optional.empty() : current.find();
  }

  private static boolean allows(Actor actor, Right right, Optional<String> environment) {
    return environment.map(name -> actor.may(right, name)).orElseGet(() -> actor.may(right));
  }
}

package dev.bascule.inventory.ui;

import dev.bascule.inventory.ClusterDescribed;
import dev.bascule.inventory.DcsAdded;
import dev.bascule.inventory.DcsChanged;
import dev.bascule.inventory.DcsRemoved;
import dev.bascule.inventory.EnvironmentChanged;
import dev.bascule.inventory.HostChanged;
import dev.bascule.inventory.MemberRetired;
import dev.bascule.ui.Watched;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open pages that something in the inventory changed. */
@Component
class InventoryWatch implements Watched {
  /** By a ticket of its own each: the same listener may watch twice. */
  private final Map<Object, Runnable> watching = new ConcurrentHashMap<>();

  @Override
  public Runnable watch(Runnable changed) {
    var ticket = new Object();
    watching.put(ticket, changed);
    return () -> watching.remove(ticket);
  }

  @EventListener({
    HostChanged.class,
    DcsAdded.class,
    DcsChanged.class,
    DcsRemoved.class,
    EnvironmentChanged.class,
    ClusterDescribed.class,
    MemberRetired.class
  })
  void changed() {
    watching.values().forEach(Runnable::run);
  }
}

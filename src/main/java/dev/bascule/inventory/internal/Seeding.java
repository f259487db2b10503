package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.Environments;
import dev.bascule.inventory.Hosts;
import dev.bascule.inventory.Unacceptable;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills an empty inventory from the file that {@code bascule.bootstrap.inventory} names, through
 * the same services as a person. An inventory with anything in it is left alone.
 */
@Component
final class Seeding {
  private static final Logger log = LoggerFactory.getLogger(Seeding.class);

  private final String file;
  private final Environments environments;
  private final DcsEndpoints dcs;
  private final Hosts hosts;
  private final Clusters clusters;

  Seeding(
      @Value("${bascule.bootstrap.inventory:}") String file,
      Environments environments,
      DcsEndpoints dcs,
      Hosts hosts,
      Clusters clusters) {
    this.file = file;
    this.environments = environments;
    this.dcs = dcs;
    this.hosts = hosts;
    this.clusters = clusters;
  }

  /** Before others look for what to follow. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(0)
  void fill() {
    if (file.isBlank()) {
      return;
    }
    if (!environments.list().isEmpty() || !dcs.list().isEmpty() || !hosts.list().isEmpty()) {
      log.info("The inventory is not empty: {} is not read", file);
      return;
    }
    try {
      var seed = Seed.read(Path.of(file));
      keep(seed);
      log.info("The inventory was filled from {}: {}", file, seed);
    } catch (Seed.Unreadable | Unacceptable e) {
      // the console starts all the same: a person can add by hand what is missing
      log.error("The inventory could not be filled from {}: {}", file, e.getMessage());
    }
  }

  private void keep(Seed seed) {
    var actor = Actor.system("bootstrap");
    seed.environments().forEach(environment -> environments.create(actor, environment));
    for (var host : seed.hosts()) {
      var id = hosts.create(actor, host.draft());
      var key = host.key();
      if (key != null) {
        hosts.confirm(actor, id, key);
      }
    }
    seed.dcs().forEach(draft -> dcs.create(actor, draft));
    for (var cluster : seed.clusters()) {
      clusters.describe(actor, cluster.id(), 0, cluster.details());
    }
  }
}

package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditSubject;
import dev.bascule.inventory.ChangedMeanwhile;
import dev.bascule.inventory.Environment;
import dev.bascule.inventory.EnvironmentChanged;
import dev.bascule.inventory.Environments;
import dev.bascule.inventory.Unacceptable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Environments in the console's database. */
@Component
final class StoredEnvironments implements Environments {
  private static final int MOST = 100;

  private final EnvironmentTable table;
  private final Memory memory;
  private final Keeper keeper;

  StoredEnvironments(EnvironmentTable table, Memory memory, Keeper keeper) {
    this.table = table;
    this.memory = memory;
    this.keeper = keeper;
  }

  @Override
  public List<Environment> list() {
    return List.copyOf(memory.known().environments().values());
  }

  @Override
  public Optional<Environment> find(String name) {
    return Optional.ofNullable(memory.known().environments().get(name));
  }

  @Override
  public void create(Actor actor, Environment environment) {
    keeper.require(actor, environment.name(), "environment.created");
    if (list().size() >= MOST) {
      throw new Unacceptable("name", "too.many", MOST);
    }
    try {
      keeper.keep(
          () -> {
            table.insert(environment);
            keeper.note(
                actor, "environment.created", subject(environment.name()), detail(environment));
          });
    } catch (DuplicateKeyException e) {
      throw new Unacceptable("name", "taken", environment.name());
    }
    keeper.tell(new EnvironmentChanged(environment.name()));
  }

  @Override
  public void update(Actor actor, Environment environment) {
    keeper.require(actor, environment.name(), "environment.changed");
    keeper.keep(
        () -> {
          if (!table.update(environment)) {
            throw new ChangedMeanwhile(environment.name());
          }
          keeper.note(
              actor, "environment.changed", subject(environment.name()), detail(environment));
        });
    keeper.tell(new EnvironmentChanged(environment.name()));
  }

  @Override
  public void remove(Actor actor, String name) {
    keeper.require(actor, name, "environment.removed");
    var known = memory.known();
    boolean used =
        known.hosts().values().stream().anyMatch(host -> host.draft().environment().equals(name))
            || known.clusters().values().stream()
                .anyMatch(cluster -> cluster.details().environment().equals(name))
            || known.dcs().values().stream().anyMatch(dcs -> dcs.environment().equals(name));
    if (used) {
      throw new Unacceptable("name", "environment.used", name);
    }
    keeper.keep(
        () -> {
          table.delete(name);
          keeper.note(actor, "environment.removed", subject(name), Map.of());
        });
    keeper.tell(new EnvironmentChanged(name));
  }

  private static AuditSubject subject(String name) {
    return new AuditSubject("environment", name, name, name);
  }

  private static Map<String, Object> detail(Environment environment) {
    var detail = new LinkedHashMap<String, Object>();
    detail.put("colour", environment.colour());
    detail.put("production", environment.production());
    detail.put("criticality", environment.criticality().code());
    detail.put("account", environment.account());
    var owner = environment.owner();
    if (owner != null) {
      detail.put("owner", owner);
    }
    return detail;
  }
}

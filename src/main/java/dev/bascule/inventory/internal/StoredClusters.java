package dev.bascule.inventory.internal;

import dev.bascule.access.Actor;
import dev.bascule.audit.AuditSubject;
import dev.bascule.inventory.ChangedMeanwhile;
import dev.bascule.inventory.ClusterDescribed;
import dev.bascule.inventory.ClusterDetails;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.secrets.SecretId;
import dev.bascule.secrets.Vault;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Clusters in the console's database. */
@Component
final class StoredClusters implements Clusters {
  private final ClusterTable table;
  private final DcsTable identities;
  private final ExpectedMembers members;
  private final Memory memory;
  private final Keeper keeper;
  private final Vault vault;
  private final Clock clock;

  StoredClusters(
      ClusterTable table,
      DcsTable identities,
      ExpectedMembers members,
      Memory memory,
      Keeper keeper,
      Vault vault,
      Clock clock) {
    this.table = table;
    this.identities = identities;
    this.members = members;
    this.memory = memory;
    this.keeper = keeper;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Optional<ClusterRecord> find(ClusterId id) {
    return Optional.ofNullable(memory.known().clusters().get(id));
  }

  @Override
  public List<ClusterRecord> list() {
    return List.copyOf(memory.known().clusters().values());
  }

  @Override
  public void appeared(Collection<ClusterId> ids) {
    var known = memory.known();
    var fresh =
        ids.stream()
            .filter(id -> !known.clusters().containsKey(id) && known.dcs().containsKey(id.dcs()))
            .filter(id -> Texts.keepable(id.cluster()))
            .distinct()
            .toList();
    if (fresh.isEmpty()) {
      return;
    }
    try {
      keeper.keep(() -> fresh.forEach(this::insertOnce));
    } catch (DuplicateKeyException e) {
      // another console was faster with one of them: the others are told again
      memory.renew();
    }
    fresh.forEach(id -> keeper.tell(new ClusterDescribed(id)));
  }

  private void insertOnce(ClusterId id) {
    if (!table.exists(id)) {
      table.insert(id, clock.instant());
    }
  }

  @Override
  public void describe(Actor actor, ClusterId id, long version, ClusterDetails details) {
    var known = memory.known();
    var dcs = known.dcs().get(id.dcs());
    if (dcs == null) {
      throw new Unacceptable("dcs", "unknown", id.dcs());
    }
    if (!details.environment().isEmpty()
        && !known.environments().containsKey(details.environment())) {
      throw new Unacceptable("environment", "unknown", details.environment());
    }
    var before = find(id).map(ClusterRecord::environmentName).orElse(dcs.environment());
    var after = details.environment().isEmpty() ? dcs.environment() : details.environment();
    keeper.require(actor, before, "cluster.described");
    keeper.require(actor, after, "cluster.described");
    keeper.keep(
        () -> {
          insertOnce(id);
          if (!table.update(id, version, details)) {
            throw new ChangedMeanwhile(id.toString());
          }
          keeper.note(actor, "cluster.described", subject(id, after), detail(details));
        });
    keeper.tell(new ClusterDescribed(id));
  }

  @Override
  public void forget(Actor actor, ClusterId id) {
    var environment = environmentOf(id);
    keeper.require(actor, environment, "cluster.forgotten");
    if (!members.of(id).isEmpty()) {
      throw new Unacceptable("cluster", "cluster.expected", members.of(id).size());
    }
    var own = Optional.ofNullable(memory.known().rest().get(DcsTable.Owner.of(id)));
    keeper.keep(
        () -> {
          table.delete(id);
          identities.put(DcsTable.Owner.of(id), Optional.empty());
          own.map(DcsRow.Rest::key).ifPresent(key -> vault.delete(actor, new SecretId(key)));
          keeper.note(actor, "cluster.forgotten", subject(id, environment), Map.of());
        });
    keeper.tell(new ClusterDescribed(id));
  }

  static AuditSubject subject(ClusterId id, String environment) {
    return new AuditSubject("cluster", id.toString(), id.cluster(), environment);
  }

  private static Map<String, Object> detail(ClusterDetails details) {
    var detail = new LinkedHashMap<String, Object>();
    detail.put("environment", details.environment());
    detail.put("site", details.site());
    detail.put("application", details.application());
    detail.put("owner", details.owner());
    detail.put("onCall", details.onCall());
    detail.put("runbook", details.runbook());
    detail.put("tags", List.copyOf(details.tags()));
    var criticality = details.criticality();
    if (criticality != null) {
      detail.put("criticality", criticality.code());
    }
    var entry = details.entryPoint();
    if (entry != null) {
      detail.put("entryPoint", entry.kind() + " " + entry.address());
    }
    return detail;
  }
}

package dev.bascule.inventory.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.Environment;
import dev.bascule.inventory.HostAddress;
import dev.bascule.inventory.HostFacts;
import dev.bascule.inventory.HostId;
import dev.bascule.inventory.HostRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is kept, except expected members, as it was at one moment. Immutable.
 *
 * @param environments by name, in the order to be shown
 * @param dcs by name, sorted
 * @param hosts by id, sorted by name
 * @param byAddress hosts by their own address and by each that their name had
 * @param resolved the addresses that each host's name had
 */
record Known(
    Map<String, Environment> environments,
    Map<String, DcsRow> dcs,
    Map<DcsTable.Owner, DcsRow.Rest> rest,
    TreeMap<ClusterId, ClusterRecord> clusters,
    Map<HostId, HostRecord> hosts,
    Map<String, List<HostRecord>> byAddress,
    Map<HostId, List<String>> resolved,
    Map<HostId, HostFacts> facts) {

  static Known of(
      List<Environment> environments,
      List<DcsRow> dcs,
      Map<DcsTable.Owner, DcsRow.Rest> rest,
      List<ClusterTable.Row> clusters,
      HostRows hosts,
      Map<HostId, HostFacts> facts) {
    var environmentsByName = new LinkedHashMap<String, Environment>();
    environments.forEach(one -> environmentsByName.put(one.name(), one));
    var dcsByName = new TreeMap<String, DcsRow>();
    dcs.forEach(one -> dcsByName.put(one.name(), one));
    var clustersById = new TreeMap<ClusterId, ClusterRecord>();
    for (var row : clusters) {
      clustersById.put(row.id(), cluster(row, dcsByName, environmentsByName));
    }
    var hostsById = new LinkedHashMap<HostId, HostRecord>();
    var byAddress = new HashMap<String, List<HostRecord>>();
    var resolved = new HashMap<HostId, List<String>>();
    for (var row : hosts.rows()) {
      var environment = environmentsByName.get(row.draft().environment());
      if (environment != null) {
        var host =
            new HostRecord(
                row.id(),
                row.draft(),
                environment,
                hosts.keys().getOrDefault(row.id(), List.of()),
                row.alarm(),
                row.version());
        hostsById.put(row.id(), host);
        resolved.put(row.id(), row.resolved());
        addresses(row)
            .forEach(
                address -> byAddress.computeIfAbsent(address, a -> new ArrayList<>()).add(host));
      }
    }
    return new Known(
        environmentsByName, dcsByName, rest, clustersById, hostsById, byAddress, resolved, facts);
  }

  /** Rows of hosts with their keys. */
  record HostRows(
      List<HostTable.Row> rows, Map<HostId, List<dev.bascule.inventory.PinnedKey>> keys) {}

  private static List<String> addresses(HostTable.Row row) {
    var all = new ArrayList<>(row.resolved());
    all.add(row.draft().address().value());
    return all.stream().distinct().toList();
  }

  private static ClusterRecord cluster(
      ClusterTable.Row row, Map<String, DcsRow> dcs, Map<String, Environment> environments) {
    var name = row.details().environment();
    var owner = dcs.get(row.id().dcs());
    if (name.isEmpty() && owner != null) {
      name = owner.environment();
    }
    return new ClusterRecord(
        row.id(), row.details(), environments.get(name), row.firstSeen(), row.version());
  }

  Optional<HostRecord> host(HostId id) {
    return Optional.ofNullable(hosts.get(id));
  }

  /** The host known under an address or a name; of several on one address the first by name. */
  Optional<HostRecord> hostAt(HostAddress address) {
    return byAddress.getOrDefault(address.value(), List.of()).stream()
        .min(Comparator.comparing(HostRecord::name));
  }

  Optional<HostRecord> hostNamed(String name) {
    return hosts.values().stream().filter(host -> host.name().equalsIgnoreCase(name)).findFirst();
  }
}

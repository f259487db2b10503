package dev.bascule.inventory.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.HostAddress;
import dev.bascule.inventory.HostCandidate;
import dev.bascule.inventory.HostInstance;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.MemberInstance;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which host and which instance a member of a cluster is. */
@Component
final class MemberHosts {
  private static final int MOST_CANDIDATES = 1000;

  private final Memory memory;
  private final StoredMembers members;

  MemberHosts(Memory memory, StoredMembers members) {
    this.memory = memory;
    this.members = members;
  }

  Optional<HostRecord> hostOf(ClusterId cluster, MemberName member) {
    var known = memory.known();
    return members.of(cluster).stream()
        .filter(record -> record.name().equals(member))
        .findFirst()
        .flatMap(record -> at(known, record.host()))
        .or(() -> telling(known, cluster, member));
  }

  /** The host known under what a member publishes; that may be its name as well. */
  private static Optional<HostRecord> at(Known known, @Nullable String host) {
    return address(host)
        .flatMap(address -> known.hostAt(address).or(() -> known.hostNamed(address.value())));
  }

  private static Optional<HostAddress> address(@Nullable String host) {
    if (host == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new HostAddress(host));
    } catch (Unacceptable e) {
      return Optional.empty(); // untrusted text from the DCS
    }
  }

  /**
   * The one host whose instances include the member. Only while no other DCS has a cluster of the
   * same name: hosts don't tell which DCS they mean.
   */
  private static Optional<HostRecord> telling(Known known, ClusterId cluster, MemberName member) {
    boolean alone =
        known.clusters().keySet().stream()
            .noneMatch(
                other -> other.cluster().equals(cluster.cluster()) && !other.equals(cluster));
    if (!alone) {
      return Optional.empty();
    }
    var telling =
        known.hosts().values().stream()
            .filter(host -> instanceOn(known, host, cluster, member).isPresent())
            .toList();
    return telling.size() == 1 ? Optional.of(telling.getFirst()) : Optional.empty();
  }

  Optional<MemberInstance> instance(ClusterId cluster, MemberName member) {
    var known = memory.known();
    return hostOf(cluster, member)
        .flatMap(
            host ->
                instanceOn(known, host, cluster, member)
                    .map(
                        instance ->
                            new MemberInstance(
                                host,
                                instance,
                                java.util.Objects.requireNonNull(known.facts().get(host.id()))
                                    .collectedAt())));
  }

  private static Optional<HostInstance> instanceOn(
      Known known, HostRecord host, ClusterId cluster, MemberName member) {
    var facts = known.facts().get(host.id());
    return facts == null
        ? Optional.empty()
        : facts.instances().stream()
            .filter(
                instance ->
                    cluster.cluster().equals(instance.scope())
                        && member.value().equals(instance.member()))
            .findFirst();
  }

  /** Whether a member came to a host after this time of whose instance the host hasn't told. */
  boolean untold(HostRecord host, Instant after) {
    var known = memory.known();
    return members.all().entrySet().stream()
        .anyMatch(
            of ->
                of.getValue().values().stream()
                    .filter(member -> member.absentSince() == null)
                    .filter(member -> member.firstSeen().isAfter(after))
                    .filter(member -> at(known, member.host()).filter(host::equals).isPresent())
                    .anyMatch(
                        member -> instanceOn(known, host, of.getKey(), member.name()).isEmpty()));
  }

  List<HostCandidate> candidates() {
    var known = memory.known();
    Map<String, List<HostCandidate.Said>> found = new TreeMap<>();
    members
        .all()
        .forEach(
            (cluster, records) ->
                records
                    .values()
                    .forEach(
                        record -> {
                          if (at(known, record.host()).isEmpty()) {
                            add(found, cluster, record);
                          }
                        }));
    return found.entrySet().stream()
        .limit(MOST_CANDIDATES)
        .map(entry -> new HostCandidate(new HostAddress(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static void add(
      Map<String, List<HostCandidate.Said>> found, ClusterId cluster, MemberRecord record) {
    address(record.host())
        .ifPresent(
            address ->
                found
                    .computeIfAbsent(address.value(), value -> new ArrayList<>())
                    .add(new HostCandidate.Said(cluster, record.name().value())));
  }
}

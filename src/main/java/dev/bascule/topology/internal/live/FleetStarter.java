package dev.bascule.topology.internal.live;

import dev.bascule.dcs.Dcs;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.DcsAdded;
import dev.bascule.inventory.DcsChanged;
import dev.bascule.inventory.DcsEndpoints;
import dev.bascule.inventory.DcsRemoved;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.HostChanged;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.inventory.MemberRetired;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ExpectedMember;
import dev.bascule.topology.Surroundings;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Opens a feed for each DCS of the inventory, once the console is up, and keeps them so. */
@Component
class FleetStarter {
  private static final Logger log = LoggerFactory.getLogger(FleetStarter.class);

  private final LiveFleet fleet;
  private final Dcs dcs;
  private final DcsEndpoints endpoints;
  private final ExpectedMembers expected;
  private final Hosts hosts;
  private final Clock clock;

  FleetStarter(
      LiveFleet fleet,
      Dcs dcs,
      DcsEndpoints endpoints,
      ExpectedMembers expected,
      Hosts hosts,
      Clock clock) {
    this.fleet = fleet;
    this.dcs = dcs;
    this.endpoints = endpoints;
    this.expected = expected;
    this.hosts = hosts;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void startAll() {
    endpoints.list().forEach(record -> start(record.name()));
  }

  @TransactionalEventListener(fallbackExecution = true)
  void added(DcsAdded event) {
    start(event.dcs());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(DcsChanged event) {
    start(event.dcs());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void removed(DcsRemoved event) {
    fleet.remove(event.dcs());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void retired(MemberRetired event) {
    surround(event.cluster(), event.member());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void hostsChanged(HostChanged event) {
    var known = knownHosts();
    for (var feed : fleet.feeds()) {
      feed.states()
          .forEach(state -> feed.surrounded(state.id(), around -> around.withHosts(known)));
    }
  }

  @EventListener(ContextClosedEvent.class)
  void stopAll() {
    fleet.feeds().forEach(DcsFeed::close);
  }

  private void start(String name) {
    try {
      fleet.replace(
          new DcsFeed(
              endpoints.connection(name), dcs, fleet, clock, this::around, () -> expectedIn(name)));
    } catch (RuntimeException e) {
      // a locked vault or a damaged record of one DCS must not hide the others
      log.error("the DCS {} can't be followed: {}", name, e.toString());
    }
  }

  /** The member may be one that appeared only after its cluster's feed had begun. */
  private void surround(ClusterId id, MemberName retired) {
    for (var feed : fleet.feeds()) {
      if (feed.name().equals(id.dcs())) {
        var now = around(id);
        feed.surrounded(
            id,
            before -> {
              var all = new HashSet<>(before.retired());
              all.add(retired);
              return before.withExpected(now.expected(), all);
            });
      }
    }
  }

  private Surroundings around(ClusterId id) {
    return Surroundings.NONE
        .withExpected(expected.of(id).stream().map(FleetStarter::expected).toList(), Set.of())
        .withHosts(knownHosts());
  }

  private Set<String> expectedIn(String dcs) {
    return expected.in(dcs).entrySet().stream()
        .filter(cluster -> !cluster.getValue().isEmpty())
        .map(cluster -> cluster.getKey().cluster())
        .collect(Collectors.toSet());
  }

  private static ExpectedMember expected(MemberRecord member) {
    return new ExpectedMember(
        member.name(),
        RoleCodes.role(member.lastRole()),
        member.absentSince(),
        member.host(),
        member.port(),
        member.apiUrl());
  }

  private Set<String> knownHosts() {
    return hosts.list().stream()
        .flatMap(FleetStarter::names)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Stream<String> names(HostRecord host) {
    return Stream.of(host.name(), host.address().value());
  }
}

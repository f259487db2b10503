package dev.bascule.topology.internal.live;

import dev.bascule.inventory.Hosts;
import dev.bascule.pglift.InstanceEnv;
import dev.bascule.pglift.Pglift;
import dev.bascule.pglift.Psql;
import dev.bascule.ssh.SshFailure;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import dev.bascule.topology.Presence.Writability;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks absent primaries over SSH whether PostgreSQL there still takes writes: after a kill of
 * Patroni alone it does, and nothing in the DCS tells.
 */
@Component
class AbsentPrimaryWatch {
  private static final Logger log = LoggerFactory.getLogger(AbsentPrimaryWatch.class);

  private final LiveFleet fleet;
  private final Hosts hosts;
  private final Pglift pglift;
  private final Psql psql;
  private final Set<String> asking = ConcurrentHashMap.newKeySet();

  AbsentPrimaryWatch(LiveFleet fleet, Hosts hosts, Pglift pglift, Psql psql) {
    this.fleet = fleet;
    this.hosts = hosts;
    this.pglift = pglift;
    this.psql = psql;
  }

  @Scheduled(fixedDelay = 3000)
  void look() {
    for (var feed : fleet.feeds()) {
      for (var state : feed.states()) {
        for (var member : state.members()) {
          if (wasPrimary(member)) {
            ask(feed, state, member);
          }
        }
      }
    }
  }

  private static boolean wasPrimary(MemberView member) {
    return member.presence() instanceof Presence.Absent(var since, var role, var writability)
        && role.leads();
  }

  /**
   * Each on a thread of its own, one question a member at a time: a silent host holds up no other.
   */
  private void ask(DcsFeed feed, ClusterState state, MemberView member) {
    var key = state.id() + "/" + member.name();
    if (!asking.add(key)) {
      return;
    }
    Thread.ofVirtual()
        .name("absent-primary-" + member.name())
        .start(
            () -> {
              try {
                tell(feed, state, member, writability(state, member));
              } finally {
                asking.remove(key);
              }
            });
  }

  private Writability writability(ClusterState state, MemberView member) {
    var instance = hosts.instance(state.id(), member.name());
    if (instance.isEmpty()) {
      return Writability.UNKNOWN;
    }
    var target = instance.get().host().target();
    try {
      InstanceEnv environment = pglift.environment(target, instance.get().instance().name());
      return psql.writable(target, environment)
          ? Writability.STILL_WRITABLE
          : Writability.NOT_WRITABLE;
    } catch (SshFailure e) {
      hosts.failed(target, e);
      log.debug("{} of {} could not be asked: {}", member.name(), state.id(), e.getMessage());
      return Writability.UNKNOWN;
    }
  }

  private static void tell(
      DcsFeed feed, ClusterState state, MemberView member, Writability writability) {
    feed.surrounded(
        state.id(),
        around -> {
          var facts = new HashMap<>(around.facts());
          facts.put(member.name(), around.factsOf(member.name()).withWritability(writability));
          return around.withFacts(facts);
        });
  }
}

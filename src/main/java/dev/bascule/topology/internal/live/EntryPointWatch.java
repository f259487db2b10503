package dev.bascule.topology.internal.live;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.ClusterRecord;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.EntryPoint;
import dev.bascule.inventory.HostRecord;
import dev.bascule.inventory.Hosts;
import dev.bascule.patroni.MemberName;
import dev.bascule.ssh.Argv;
import dev.bascule.ssh.ExecLimits;
import dev.bascule.ssh.Ssh;
import dev.bascule.ssh.SshFailure;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.EntryPoints;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.internal.live.AddressHolders.Said;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the hosts of clusters whose address keepalived moves which of them has it: at first sight,
 * now and then, and often while it is on its way after a change of the leader.
 */
@Component
class EntryPointWatch implements EntryPoints {
  private static final Logger log = LoggerFactory.getLogger(EntryPointWatch.class);
  private static final String KEEPALIVED = "keepalived";
  private static final Duration USUAL = Duration.ofSeconds(30);

  /** While nobody has it, or two do. */
  private static final Duration IN_DOUBT = Duration.ofSeconds(4);

  /** The address follows the leader some seconds later, when keepalived has seen it. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

  private final LiveFleet fleet;
  private final Clusters clusters;
  private final Hosts hosts;
  private final Ssh ssh;
  private final Clock clock;
  private final Map<ClusterId, Held> held = new ConcurrentHashMap<>();
  private final Map<ClusterId, Instant> askedAt = new ConcurrentHashMap<>();
  private final Map<ClusterId, Instant> movedAt = new ConcurrentHashMap<>();
  private final Set<ClusterId> asking = ConcurrentHashMap.newKeySet();
  private @Nullable Runnable unsubscribe;

  EntryPointWatch(LiveFleet fleet, Clusters clusters, Hosts hosts, Ssh ssh, Clock clock) {
    this.fleet = fleet;
    this.clusters = clusters;
    this.hosts = hosts;
    this.ssh = ssh;
    this.clock = clock;
  }

  @PostConstruct
  void start() {
    unsubscribe = fleet.subscribe(this::notice);
  }

  @PreDestroy
  void stop() {
    var end = unsubscribe;
    if (end != null) {
      end.run();
    }
  }

  @Override
  public Optional<Held> of(ClusterId cluster) {
    return Optional.ofNullable(held.get(cluster));
  }

  private void notice(ClusterChange change) {
    if (change.after() == null) {
      held.remove(change.id());
      askedAt.remove(change.id());
      movedAt.remove(change.id());
    } else if (change.leaderChanged()) {
      movedAt.put(change.id(), clock.instant());
    }
  }

  @Scheduled(fixedDelay = 2000)
  void round() {
    var now = clock.instant();
    for (var record : clusters.list()) {
      var point = record.entryPoint().filter(one -> one.kind().equals(KEEPALIVED));
      if (point.isEmpty()) {
        if (held.remove(record.id()) != null) {
          fleet.retell(record.id());
        }
      } else if (due(record.id(), now)) {
        begin(record, point.get(), now);
      }
    }
  }

  private boolean due(ClusterId id, Instant now) {
    var asked = askedAt.get(id);
    if (asked == null) {
      return true;
    }
    var moved = movedAt.get(id);
    if (moved != null && moved.plus(ON_ITS_WAY).isAfter(now)) {
      return true;
    }
    var known = held.get(id);
    var sure = known == null || known.holders().size() == 1;
    return asked.plus(sure ? USUAL : IN_DOUBT).isBefore(now);
  }

  private void begin(ClusterRecord record, EntryPoint point, Instant now) {
    var state = fleet.cluster(record.id()).orElse(null);
    if (state != null && asking.add(record.id())) {
      askedAt.put(record.id(), now);
      Thread.ofVirtual()
          .name("entry-point-" + record.id())
          .start(
              () -> {
                try {
                  ask(state, point.address());
                } catch (RuntimeException e) {
                  log.warn("who has {} could not be asked: {}", point.address(), e.toString());
                } finally {
                  asking.remove(record.id());
                }
              });
    }
  }

  private void ask(ClusterState state, String address) {
    var said = new HashMap<MemberName, Said>();
    AllAtOnce.ask(state.members(), member -> one(state.id(), member, address))
        .forEach((member, answer) -> said.put(member.name(), answer));
    var before = held.get(state.id());
    var now = AddressHolders.judge(said, before, clock.instant()).orElse(null);
    if (!Objects.equals(before, now)) {
      if (now == null) {
        held.remove(state.id());
      } else {
        held.put(state.id(), now);
      }
      fleet.retell(state.id());
    }
  }

  private Said one(ClusterId cluster, MemberView member, String address) {
    var silent = member.seen() ? Said.SILENT : Said.DEAD;
    var target =
        hosts
            .hostOf(cluster, member.name())
            .filter(host -> !host.keys().isEmpty())
            .map(HostRecord::target);
    if (target.isEmpty()) {
      return silent;
    }
    try {
      var answer = ssh.exec(target.get(), Argv.of("ip", "-o", "addr", "show"), ExecLimits.SHORT);
      if (!answer.ok()) {
        return silent;
      }
      return AddressHolders.listed(answer.stdout(), address) ? Said.HAS_IT : Said.HAS_IT_NOT;
    } catch (SshFailure e) {
      hosts.failed(target.get(), e);
      return silent;
    }
  }
}

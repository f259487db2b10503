package dev.bascule.topology.internal.live;

import dev.bascule.dcs.Dcs;
import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * While a leader doesn't answer and its lease isn't renewed, asks the DCS when that ends: until
 * then nobody can take over.
 */
@Component
class LockWatch {
  private static final Logger log = LoggerFactory.getLogger(LockWatch.class);
  private static final Duration LIMIT = Duration.ofSeconds(3);

  /** The DCS answers in whole seconds: a smaller difference is none. */
  private static final Duration SAME = Duration.ofMillis(1500);

  /** A node's loop is not exact, and a lease's rest is told in whole seconds. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  private final LiveFleet fleet;
  private final Dcs dcs;
  private final Clock clock;
  private final Set<ClusterId> asking = ConcurrentHashMap.newKeySet();

  LockWatch(LiveFleet fleet, Dcs dcs, Clock clock) {
    this.fleet = fleet;
    this.dcs = dcs;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 2000)
  void look() {
    for (var feed : fleet.feeds()) {
      for (var state : feed.states()) {
        var seat = state.leader();
        if (seat == null || seat.lease() == 0 || !silent(state)) {
          tell(feed, state.id(), null);
        } else if (asking.add(state.id())) {
          Thread.ofVirtual().name("lock-" + state.id()).start(() -> ask(feed, state, seat));
        }
      }
    }
  }

  /** Whether the leader was asked and gave no answer. */
  static boolean silent(ClusterState state) {
    return state
        .leadingMember()
        .map(leader -> Boolean.FALSE.equals(leader.facts().reachable()))
        .orElse(false);
  }

  /**
   * Whether a lease wasn't renewed when it was time to. A leader that renews it is well, even if
   * the console gets no answer from it.
   */
  static boolean overdue(Duration left, DynamicConfig config) {
    return left.compareTo(config.ttl().minus(config.loopWait()).minus(SLACK)) < 0;
  }

  private void ask(DcsFeed feed, ClusterState state, LeaderSeat seat) {
    var id = state.id();
    try {
      var left =
          dcs.leaseLeft(feed.connection(), seat.lease(), LIMIT)
              .filter(one -> overdue(one, state.config()));
      tell(feed, id, left.map(one -> clock.instant().plus(one)).orElse(null));
    } catch (RuntimeException e) {
      log.warn("when the lock of {} ends could not be asked: {}", id, e.toString());
    } finally {
      asking.remove(id);
    }
  }

  private static void tell(DcsFeed feed, ClusterId id, @Nullable Instant ends) {
    feed.surrounded(
        id,
        around -> about(around.lockExpiresAt(), ends) ? around : around.withLockExpiresAt(ends));
  }

  private static boolean about(@Nullable Instant known, @Nullable Instant now) {
    if (known == null || now == null) {
      return Objects.equals(known, now);
    }
    return Duration.between(known, now).abs().compareTo(SAME) < 0;
  }
}

package dev.bascule.topology.internal.live;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.rest.PatroniRest;
import dev.bascule.patroni.rest.PatroniStatus;
import dev.bascule.topology.CloseLook;
import dev.bascule.topology.CloseLook.Answer;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.DcsMembers;
import dev.bascule.topology.Sight;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * While a DCS is out of sight, asks members of its clusters whose trouble it is: a change of a
 * firewall before the console must not look like the end of the fleet.
 */
@Component
class BlindnessInquiry {
  private static final Logger log = LoggerFactory.getLogger(BlindnessInquiry.class);

  /** So many clusters are asked: enough to know, few enough to be quick. */
  private static final int ASKED = 5;

  private final LiveFleet fleet;
  private final CloseLook closeLook;
  private final DcsMembers dcsMembers;
  private final Set<String> asking = ConcurrentHashMap.newKeySet();

  BlindnessInquiry(LiveFleet fleet, CloseLook closeLook, DcsMembers dcsMembers) {
    this.fleet = fleet;
    this.closeLook = closeLook;
    this.dcsMembers = dcsMembers;
  }

  @Scheduled(fixedDelay = 1000)
  void look() {
    for (var feed : fleet.feeds()) {
      if (feed.sight() instanceof Sight.OutOfSight && asking.add(feed.name())) {
        Thread.ofVirtual().name("blind-" + feed.name()).start(() -> ask(feed));
      }
    }
  }

  private void ask(DcsFeed feed) {
    try {
      var some =
          feed.states().stream()
              .map(ClusterState::id)
              .sorted(Comparator.naturalOrder())
              .limit(ASKED)
              .toList();
      var clusters = AllAtOnce.ask(some, this::statuses).values();
      feed.explain(BlindnessJudge.judge(dcsMembers.of(feed.name()).members(), clusters));
    } catch (RuntimeException e) {
      log.warn("nobody could say why DCS {} is out of sight: {}", feed.name(), e.toString());
    } finally {
      asking.remove(feed.name());
    }
  }

  private List<PatroniStatus> statuses(ClusterId id) {
    return closeLook.ask(id, PatroniRest.USUAL).values().stream()
        .flatMap(
            answer ->
                answer instanceof Answer.Said(var status, var at)
                    ? Stream.of(status)
                    : Stream.empty())
        .toList();
  }
}

package dev.bascule.topology.internal.live;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.PatroniApis;
import dev.bascule.inventory.RestAccess;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.CrossCheck;
import dev.bascule.patroni.rest.PatroniRest;
import dev.bascule.patroni.rest.PatroniStatus;
import dev.bascule.patroni.rest.RestCluster;
import dev.bascule.patroni.rest.RestFailed;
import dev.bascule.patroni.rest.RestTarget;
import dev.bascule.topology.CloseLook;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks members over their REST: those of open pages every two seconds, the others now and then, and
 * all of them seldom enough to be gentle with Patroni.
 */
@Component
class MembersAsked implements CloseLook {
  private static final Logger log = LoggerFactory.getLogger(MembersAsked.class);

  /** No cluster that nobody looks at is asked more often. */
  private static final Duration SELDOM = Duration.ofSeconds(30);

  /** At most so many of them at each round, which comes every two seconds. */
  private static final int EACH_ROUND = 6;

  private final LiveFleet fleet;
  private final PatroniApis apis;
  private final PatroniRest rest;
  private final Clock clock;
  private final Map<ClusterId, Integer> kept = new ConcurrentHashMap<>();
  private final Map<ClusterId, Long> askedAt = new ConcurrentHashMap<>();
  private final Map<ClusterId, Boolean> asking = new ConcurrentHashMap<>();

  MembersAsked(LiveFleet fleet, PatroniApis apis, PatroniRest rest, Clock clock) {
    this.fleet = fleet;
    this.apis = apis;
    this.rest = rest;
    this.clock = clock;
  }

  @Override
  public Runnable keep(ClusterId cluster) {
    kept.merge(cluster, 1, Integer::sum);
    var ended = new AtomicBoolean();
    return () -> {
      if (ended.compareAndSet(false, true)) {
        kept.computeIfPresent(cluster, (id, count) -> count == 1 ? null : count - 1);
      }
    };
  }

  @Scheduled(fixedDelay = 2000)
  void round() {
    var now = System.nanoTime();
    kept.keySet().forEach(this::inBackground);
    var others = EACH_ROUND;
    for (var feed : fleet.feeds()) {
      for (var state : feed.states()) {
        var last = askedAt.get(state.id());
        if (others > 0 && (last == null || now - last > SELDOM.toNanos())) {
          others--;
          inBackground(state.id());
        }
      }
    }
    askedAt.keySet().removeIf(id -> fleet.cluster(id).isEmpty());
  }

  private void inBackground(ClusterId id) {
    if (asking.putIfAbsent(id, true) == null) {
      askedAt.put(id, System.nanoTime());
      Thread.ofVirtual()
          .name("members-of-" + id)
          .start(
              () -> {
                try {
                  ask(id, PatroniRest.USUAL);
                } catch (RuntimeException e) {
                  log.warn("the members of {} could not be asked: {}", id, e.toString());
                } finally {
                  asking.remove(id);
                }
              });
    }
  }

  @Override
  public Map<MemberName, Answer> ask(ClusterId cluster, Duration limit) {
    var state = fleet.cluster(cluster).orElse(null);
    if (state == null) {
      return Map.of();
    }
    var answers = answers(state, limit);
    fleet.surrounded(
        cluster, around -> around.withFacts(AnswerFacts.merged(around.facts(), answers)));
    return answers;
  }

  private Map<MemberName, Answer> answers(ClusterState state, Duration limit) {
    var answers = new HashMap<MemberName, Answer>();
    AllAtOnce.ask(state.members(), member -> one(state.id(), member, limit))
        .forEach((member, answer) -> answers.put(member.name(), answer));
    return answers;
  }

  private Answer one(ClusterId cluster, MemberView member, Duration limit) {
    var url = member.apiUrl();
    if (url == null) {
      return new Answer.NoAddress();
    }
    return switch (apis.access(cluster, url)) {
      case RestAccess.Refused(var reason, var host) -> new Answer.NotAllowed(reason);
      case RestAccess.Allowed(var target) -> {
        try {
          yield new Answer.Said(rest.status(target, limit), clock.instant());
        } catch (RestFailed e) {
          yield new Answer.Silent(e.trouble(), clock.instant());
        }
      }
    };
  }

  @Override
  public List<CrossCheck.Difference> crossCheck(ClusterId cluster, Duration limit) {
    var state = fleet.cluster(cluster).orElse(null);
    if (state == null) {
      return List.of();
    }
    var own = new HashMap<MemberName, PatroniStatus>();
    answers(state, limit)
        .forEach(
            (name, answer) -> {
              if (answer instanceof Answer.Said(var status, var at)) {
                own.put(name, status);
              }
            });
    return state.members().stream()
        .filter(member -> own.containsKey(member.name()))
        .flatMap(member -> seenBy(cluster, member, limit).stream())
        .findFirst()
        .map(seen -> CrossCheck.compare(seen, own))
        .orElse(List.of());
  }

  private Optional<RestCluster> seenBy(ClusterId cluster, MemberView member, Duration limit) {
    var url = member.apiUrl();
    if (url == null
        || !(apis.access(cluster, url) instanceof RestAccess.Allowed(RestTarget target))) {
      return Optional.empty();
    }
    try {
      return Optional.of(rest.cluster(target, limit));
    } catch (RestFailed e) {
      return Optional.empty();
    }
  }
}

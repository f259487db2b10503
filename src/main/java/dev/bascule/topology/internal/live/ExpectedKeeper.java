package dev.bascule.topology.internal.live;

import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps in the inventory who was seen, on a thread of its own: the fleet's threads never wait for
 * the database. Of several steps of a cluster that wait only the newest is kept.
 */
@Component
class ExpectedKeeper {
  private static final Logger log = LoggerFactory.getLogger(ExpectedKeeper.class);

  private final Fleet fleet;
  private final Clusters clusters;
  private final ExpectedMembers expected;
  private final Map<dev.bascule.inventory.ClusterId, ClusterState> waiting =
      new ConcurrentHashMap<>();
  private final BlockingQueue<dev.bascule.inventory.ClusterId> turn =
      new ArrayBlockingQueue<>(100_000);
  private final Thread worker = Thread.ofVirtual().name("expected-keeper").unstarted(this::work);
  private @Nullable Runnable unsubscribe;

  ExpectedKeeper(Fleet fleet, Clusters clusters, ExpectedMembers expected) {
    this.fleet = fleet;
    this.clusters = clusters;
    this.expected = expected;
  }

  @PostConstruct
  void start() {
    unsubscribe = fleet.subscribe(this::notice);
    worker.start();
  }

  @PreDestroy
  void stop() {
    var end = unsubscribe;
    if (end != null) {
      end.run();
    }
    // only where it waits: an interrupt in the middle of a write closes the embedded database
    if (worker.getState() == Thread.State.WAITING
        || worker.getState() == Thread.State.TIMED_WAITING) {
      worker.interrupt();
    }
  }

  private void notice(ClusterChange change) {
    var after = change.after();
    if (after != null
        && matters(change.before(), after)
        && waiting.put(change.id(), after) == null) {
      turn.offer(change.id());
    }
  }

  /** Lags and states change all the time; who is there, where and as what, seldom. */
  private static boolean matters(@Nullable ClusterState before, ClusterState after) {
    return before == null || !kept(before).equals(kept(after));
  }

  private static List<List<Object>> kept(ClusterState state) {
    return state.members().stream()
        .map(
            member ->
                List.<Object>of(
                    member.name(),
                    member.role(),
                    member.seen(),
                    String.valueOf(member.host()),
                    member.port(),
                    String.valueOf(member.apiUrl())))
        .toList();
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        var id = turn.take();
        var state = waiting.remove(id);
        if (state != null) {
          keep(state);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("what was seen of a cluster could not be kept: {}", e.toString());
      }
    }
  }

  private void keep(ClusterState state) {
    clusters.appeared(List.of(state.id()));
    expected.keep(
        state.id(), state.members().stream().map(member -> record(state, member)).toList());
  }

  private static MemberRecord record(ClusterState state, MemberView member) {
    return switch (member.presence()) {
      case Presence.Seen() ->
          new MemberRecord(
              member.name(),
              RoleCodes.code(member.role()),
              member.host(),
              member.port(),
              member.apiUrl(),
              state.observedAt(),
              null);
      case Presence.Absent(var since, var lastRole, var writability) ->
          new MemberRecord(
              member.name(),
              RoleCodes.code(lastRole),
              member.host(),
              member.port(),
              member.apiUrl(),
              state.observedAt(),
              since);
    };
  }
}

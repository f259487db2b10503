package dev.bascule.topology.internal;

import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the journal on a thread of its own: the fleet's threads never wait for the database. A
 * cluster that is met again after a restart of the console is no event.
 */
@Component
class JournalKeeper {
  private static final Logger log = LoggerFactory.getLogger(JournalKeeper.class);

  private final Fleet fleet;
  private final StoredJournal journal;
  private final Clock clock;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(50_000);
  private final Thread worker = Thread.ofVirtual().name("journal").unstarted(this::work);
  private @Nullable Runnable unsubscribe;

  private record Waiting(ClusterChange change, Instant at, List<JournalRules.Event> events) {}

  /** How often a write is tried before what it holds is given up: some five minutes in all. */
  private static final int TRIES = 14;

  private static final Duration LONGEST_REST = Duration.ofSeconds(30);

  JournalKeeper(Fleet fleet, StoredJournal journal, Clock clock) {
    this.fleet = fleet;
    this.journal = journal;
    this.clock = clock;
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
    var events = JournalRules.of(change);
    var matters =
        !events.isEmpty()
            || JournalRules.promoted(change).isPresent()
            || (change.after() != null && !same(change.before(), change.after()));
    if (matters && !queue.offer(new Waiting(change, at(change.after()), events))) {
      log.warn("the journal can't keep up: something of {} is not kept", change.id());
    }
  }

  private static boolean same(@Nullable ClusterState before, ClusterState after) {
    return before != null && LastSeen.of(before).sameAs(LastSeen.of(after));
  }

  private Instant at(@Nullable ClusterState state) {
    return state == null ? clock.instant() : state.observedAt();
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        keepAtLast(queue.take());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** A database that is away for a while costs no entry. */
  private void keepAtLast(Waiting waiting) throws InterruptedException {
    var rest = Duration.ofSeconds(1);
    for (var attempt = 1; ; attempt++) {
      try {
        keep(waiting);
        return;
      } catch (RuntimeException e) {
        if (attempt == TRIES) {
          log.error(
              "something of {} is not in the journal: {}", waiting.change().id(), e.toString());
          return;
        }
        log.warn("the journal can't be written, trying again in {}: {}", rest, e.toString());
        Thread.sleep(rest);
        rest =
            rest.multipliedBy(2).compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest.multipliedBy(2);
      }
    }
  }

  private void keep(Waiting waiting) {
    var change = waiting.change();
    var after = change.after();
    journal.keep(
        change.id(),
        waiting.at(),
        after == null ? 0 : after.revision(),
        change.before() == null && after != null ? firstSight(after, waiting) : waiting.events(),
        after == null ? null : LastSeen.of(after),
        JournalRules.promoted(change).orElse(null));
  }

  /** One that is met again after a restart of the console is no event, what it missed is. */
  private List<JournalRules.Event> firstSight(ClusterState state, Waiting waiting) {
    var known = journal.lastSeen(state.id());
    if (known.isPresent()) {
      return known.get().missed(state);
    }
    return journal.newestRevision(state.id()) > 0 ? List.of() : waiting.events();
  }
}

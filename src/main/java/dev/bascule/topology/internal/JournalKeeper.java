package dev.bascule.topology.internal;

import dev.bascule.topology.ClusterChange;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
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
    worker.interrupt();
  }

  private void notice(ClusterChange change) {
    var events = JournalRules.of(change);
    if (!events.isEmpty() && !queue.offer(new Waiting(change, at(change.after()), events))) {
      log.warn("the journal can't keep up: something of {} is not kept", change.id());
    }
  }

  private Instant at(@Nullable ClusterState state) {
    return state == null ? clock.instant() : state.observedAt();
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        keep(queue.take());
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("something could not be written to the journal: {}", e.toString());
      }
    }
  }

  private void keep(Waiting waiting) {
    var change = waiting.change();
    var after = change.after();
    if (change.before() == null && journal.newestRevision(change.id()) > 0) {
      return;
    }
    journal.keep(change.id(), waiting.at(), after == null ? 0 : after.revision(), waiting.events());
  }
}

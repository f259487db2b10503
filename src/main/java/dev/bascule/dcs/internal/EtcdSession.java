package dev.bascule.dcs.internal;

import dev.bascule.dcs.DcsChange;
import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsEvent;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.Watch;
import io.etcd.jetcd.options.WatchOption;
import io.etcd.jetcd.watch.WatchResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One life with one endpoint: list at a revision, watch from the next, heartbeats between. It ends
 * with an exception on any error, completion, silence or doubt; whoever runs it begins anew with a
 * list, so that nothing is skipped. jetcd's own resuming is not relied on.
 */
final class EtcdSession {
  private static final int QUEUE = 10_000;
  private static final Duration HEARTBEAT = Duration.ofMillis(1500);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration PAGE = Duration.ofSeconds(4);
  private static final Duration COMPARE = Duration.ofSeconds(30);

  private final DcsConnection connection;
  private final String endpoint;
  private final Clock clock;
  private final Sink sink;
  private final BlockingQueue<Object> arrived = new ArrayBlockingQueue<>(QUEUE);
  private final Map<String, Long> keys = new HashMap<>();
  private volatile @Nullable Throwable ended;
  private long applied;
  private long signs;
  private long compareAt;

  /** Where events go; may block for a moment. */
  interface Sink {
    void accept(DcsEvent event) throws InterruptedException;
  }

  EtcdSession(DcsConnection connection, String endpoint, Clock clock, Sink sink) {
    this.connection = connection;
    this.endpoint = endpoint;
    this.clock = clock;
    this.sink = sink;
  }

  /** Runs until it fails or its thread is interrupted. */
  void run() throws Exception {
    try (Client client = EtcdClients.open(connection, endpoint)) {
      try {
        list(client);
      } catch (TimeoutException e) {
        throw silence(client, e);
      }
      var option =
          WatchOption.builder()
              .isPrefix(true)
              .withRevision(applied + 1)
              .withProgressNotify(true)
              .withRequireLeader(true)
              .build();
      var listener = Watch.listener(this::arrive, this::fail, () -> fail(new StreamEnded()));
      var watcher =
          client.getWatchClient().watch(EtcdClients.bytes(connection.prefix()), option, listener);
      try {
        compareAt = System.nanoTime() + COMPARE.toNanos();
        while (!Thread.currentThread().isInterrupted()) {
          drain(System.nanoTime() + HEARTBEAT.toNanos());
          heartbeat(client, watcher);
        }
      } finally {
        watcher.close();
      }
    }
  }

  private void list(Client client) throws Exception {
    var started = System.nanoTime();
    var snapshot = EtcdReading.list(client, connection.prefix(), PAGE);
    applied = snapshot.revision();
    for (var entry : snapshot.entries()) {
      keys.put(entry.key(), entry.modRevision());
    }
    var now = clock.instant();
    sink.accept(new DcsEvent.Listed(snapshot.revision(), snapshot.entries(), now));
    sink.accept(
        new DcsEvent.Alive(
            snapshot.revision(), now, Duration.ofNanos(System.nanoTime() - started)));
  }

  // --- etcd's callback: only queues

  private synchronized void arrive(WatchResponse response) {
    // after a loss nothing may follow: it would be applied over the gap
    if (ended == null && !arrived.offer(response)) {
      ended = new IllegalStateException("more events arrive than can be applied");
    }
  }

  private synchronized void fail(Throwable cause) {
    if (ended == null) {
      ended = cause;
    }
  }

  // --- this session's own thread

  private void drain(long until) throws Exception {
    while (true) {
      var failure = ended;
      if (failure != null && arrived.isEmpty()) {
        throw new ExecutionException(failure);
      }
      var left = until - System.nanoTime();
      if (left <= 0) {
        return;
      }
      // a short turn, because a failure doesn't come by the queue
      var next = arrived.poll(Math.min(left, 50_000_000L), TimeUnit.NANOSECONDS);
      if (next instanceof WatchResponse response) {
        apply(response);
      }
    }
  }

  private void apply(WatchResponse response) throws InterruptedException {
    if (response.getEvents().isEmpty()) {
      signs++;
      return;
    }
    List<DcsChange> together = new ArrayList<>();
    long revision = 0;
    for (var event : response.getEvents()) {
      var at = event.getKeyValue().getModRevision();
      if (at <= applied) {
        continue; // seen already, in the list
      }
      if (at != revision && !together.isEmpty()) {
        tell(revision, together);
        together = new ArrayList<>();
      }
      revision = at;
      together.add(EtcdReading.change(event));
    }
    if (!together.isEmpty()) {
      tell(revision, together);
    }
  }

  private void tell(long revision, List<DcsChange> changes) throws InterruptedException {
    for (var change : changes) {
      switch (change) {
        case DcsChange.Put(var entry) -> keys.put(entry.key(), entry.modRevision());
        case DcsChange.Deleted(var key, var ignored) -> keys.remove(key);
      }
    }
    applied = revision;
    sink.accept(new DcsEvent.Changed(revision, changes, clock.instant()));
  }

  /** A read that needs the quorum, and a question on the watch itself: both must be answered. */
  private void heartbeat(Client client, Watch.Watcher watcher) throws Exception {
    var started = System.nanoTime();
    var before = signs;
    watcher.requestProgress();
    long revision;
    try {
      revision = EtcdReading.revision(client, connection.prefix(), ANSWER);
    } catch (TimeoutException e) {
      throw silence(client, e);
    }
    var roundTrip = Duration.ofNanos(System.nanoTime() - started);
    while (signs == before) {
      drain(System.nanoTime() + 5_000_000);
      if (System.nanoTime() - started > ANSWER.toNanos()) {
        throw new TimeoutException("the watch doesn't answer");
      }
    }
    sink.accept(new DcsEvent.Alive(revision, clock.instant(), roundTrip));
    if (System.nanoTime() > compareAt) {
      compare(client);
      compareAt = System.nanoTime() + COMPARE.toNanos();
    }
  }

  /** What was applied must be what etcd had at the revision applied last. */
  private void compare(Client client) throws Exception {
    Map<String, Long> there;
    try {
      there = EtcdReading.keys(client, connection.prefix(), applied, PAGE);
    } catch (ExecutionException e) {
      if (String.valueOf(e.getMessage()).contains("compacted")) {
        return; // too old to be asked about: the next events give a newer one
      }
      throw e;
    }
    if (!there.equals(keys)) {
      throw new IllegalStateException("what was applied is not what is there");
    }
  }

  /** No answer to a linearizable read: is the member there and without a leader? */
  private Exception silence(Client client, TimeoutException timeout) throws InterruptedException {
    try {
      var status =
          EtcdReading.await(
              client.getMaintenanceClient().statusMember(endpoint), Duration.ofSeconds(1));
      if (status.getLeader() == 0 || !status.getErrorList().isEmpty()) {
        return new IllegalStateException("etcdserver: no leader");
      }
    } catch (ExecutionException | TimeoutException e) {
      return timeout;
    }
    return timeout;
  }

  /** The server ended the watch without an error. */
  private static final class StreamEnded extends Exception {
    private static final long serialVersionUID = 1L;

    StreamEnded() {
      super("the watch was ended by the server");
    }
  }
}

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private static final Duration PAGE = Duration.ofSeconds(5);

  private final DcsConnection connection;
  private final String endpoint;
  private final Clock clock;
  private final Sink sink;
  private final BlockingQueue<Object> arrived = new ArrayBlockingQueue<>(QUEUE);
  private final Set<String> keys = new HashSet<>();
  private volatile @Nullable Throwable ended;
  private long applied;
  private int doubts;

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
      list(client);
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
        while (!Thread.currentThread().isInterrupted()) {
          drain(System.nanoTime() + HEARTBEAT.toNanos());
          heartbeat(client);
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
    snapshot.entries().forEach(entry -> keys.add(entry.key()));
    var now = clock.instant();
    sink.accept(new DcsEvent.Listed(snapshot.revision(), snapshot.entries(), now));
    sink.accept(
        new DcsEvent.Alive(
            snapshot.revision(), now, Duration.ofNanos(System.nanoTime() - started)));
  }

  // --- etcd's callback: only queues

  private void arrive(WatchResponse response) {
    if (!arrived.offer(response)) {
      fail(new IllegalStateException("more events arrive than can be applied"));
    }
  }

  private void fail(Throwable cause) {
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
        case DcsChange.Put(var entry) -> keys.add(entry.key());
        case DcsChange.Deleted(var key, var ignored) -> keys.remove(key);
      }
    }
    applied = revision;
    sink.accept(new DcsEvent.Changed(revision, changes, clock.instant()));
  }

  private void heartbeat(Client client) throws Exception {
    var started = System.nanoTime();
    EtcdReading.Sign sign;
    try {
      sign = EtcdReading.sign(client, connection.prefix(), ANSWER);
    } catch (TimeoutException e) {
      throw silence(client, e);
    }
    // etcd answers in order on one member, but watch and read are two streams: what is missing
    // now may be on its way; what is still missing two heartbeats later is lost
    drain(System.nanoTime() + 1);
    var missing = sign.newestWrite() > applied || sign.keys() != keys.size();
    doubts = missing ? doubts + 1 : 0;
    if (doubts >= 3) {
      throw new IllegalStateException("the watch lags behind what a read shows");
    }
    sink.accept(
        new DcsEvent.Alive(
            sign.revision(), clock.instant(), Duration.ofNanos(System.nanoTime() - started)));
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

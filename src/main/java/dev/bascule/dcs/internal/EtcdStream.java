package dev.bascule.dcs.internal;

import dev.bascule.dcs.Dcs;
import dev.bascule.dcs.DcsConnection;
import dev.bascule.dcs.DcsEvent;
import dev.bascule.dcs.DcsTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A followed prefix: one thread lives session after session on one endpoint after another, a second
 * one hands events to the consumer and notices silence.
 */
final class EtcdStream implements Dcs.DcsStream {
  private static final Logger log = LoggerFactory.getLogger(EtcdStream.class);

  /** After so long without a sign of life the DCS is out of sight; promised are 5 s. */
  static final Duration SILENCE = Duration.ofMillis(4200);

  private final DcsConnection connection;
  private final Consumer<DcsEvent> consumer;
  private final Clock clock;
  private final BlockingQueue<DcsEvent> events = new ArrayBlockingQueue<>(10_000);
  private final Thread sessions;
  private final Thread applier;
  private volatile DcsTrouble trouble = DcsTrouble.TIMED_OUT;
  private volatile boolean closed;

  EtcdStream(DcsConnection connection, Consumer<DcsEvent> consumer, Clock clock) {
    this.connection = connection;
    this.consumer = consumer;
    this.clock = clock;
    this.sessions = Thread.ofVirtual().name("dcs-" + connection.name()).unstarted(this::live);
    this.applier = Thread.ofVirtual().name("dcs-apply-" + connection.name()).unstarted(this::apply);
  }

  void start() {
    applier.start();
    sessions.start();
  }

  private void live() {
    var order = new EndpointOrder(connection.endpoints());
    while (!closed) {
      try {
        var endpoint = order.next(System.nanoTime());
        if (endpoint == null) {
          TimeUnit.MILLISECONDS.sleep(100);
        } else {
          liveAt(endpoint, order);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void liveAt(String endpoint, EndpointOrder order) throws InterruptedException {
    try {
      new EtcdSession(connection, endpoint, clock, event -> tell(endpoint, order, event)).run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      trouble = Troubles.of(e, connection);
      order.failed(endpoint, trouble, System.nanoTime());
      log.debug("session with {} at {} ended: {}", connection.name(), endpoint, e.toString());
    }
  }

  private void tell(String endpoint, EndpointOrder order, DcsEvent event)
      throws InterruptedException {
    trouble = DcsTrouble.TIMED_OUT; // what silence means from here on
    order.worked(endpoint);
    events.put(event);
  }

  private void apply() {
    var lastSign = System.nanoTime();
    Instant lastSeen = clock.instant();
    @Nullable DcsTrouble told = null;
    while (!closed) {
      try {
        var event = events.poll(200, TimeUnit.MILLISECONDS);
        if (event != null) {
          lastSign = System.nanoTime();
          lastSeen = clock.instant();
          if (told != null) {
            log.info("DCS {} is in sight again", connection.name());
            told = null;
          }
          consumer.accept(event);
        } else if (System.nanoTime() - lastSign > SILENCE.toNanos() && told != trouble) {
          if (told == null) {
            log.warn("DCS {} is out of sight: {}", connection.name(), trouble);
          }
          told = trouble;
          consumer.accept(new DcsEvent.OutOfSight(trouble, lastSeen));
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // a consumer's defect must not blind the console
        log.error("an event of DCS {} could not be applied", connection.name(), e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    sessions.interrupt();
    applier.interrupt();
    try {
      if (!Thread.currentThread().equals(applier)) {
        applier.join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.bascule.operation.internal;

import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * What happens by itself, each second: schedules, expiry, the heartbeat, and taking up what was
 * left alone. A database that can't be asked stops it for that second and is reported once.
 */
@Component
final class Clockwork implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Clockwork.class);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int BEAT_EVERY = 3;

  private final Timekeeper timekeeper;
  private final Reconciler reconciler;
  private final DataSource database;
  private volatile Thread thread = new Thread(() -> {});
  private volatile boolean running;
  private boolean failing;

  Clockwork(Timekeeper timekeeper, Reconciler reconciler, DataSource database) {
    this.timekeeper = timekeeper;
    this.reconciler = reconciler;
    this.database = database;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("operation-clockwork").start(this::run);
  }

  private void run() {
    try {
      // the embedded database has one console at a time: whoever else held a claim is gone
      Duration silence = embedded() ? Duration.ZERO : Reconciler.SILENCE;
      for (long second = 0; running; second++) {
        tick(second, silence);
        Thread.sleep(TICK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick(long second, Duration silence) {
    try {
      if (second % BEAT_EVERY == 0) {
        reconciler.beat();
        reconciler.takeOver(silence);
      }
      timekeeper.tick();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        log.error("Schedules wait: the console's database can't be used", e);
      }
      failing = true;
    }
  }

  private boolean embedded() {
    try {
      String product =
          JdbcUtils.extractDatabaseMetaData(
              database, metaData -> metaData.getDatabaseProductName());
      return "H2".equals(product);
    } catch (MetaDataAccessException e) {
      return false;
    }
  }

  @Override
  public void stop() {
    running = false;
    // only where it waits: an interrupt in the middle of a write closes the embedded database
    if (thread.getState() == Thread.State.TIMED_WAITING) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

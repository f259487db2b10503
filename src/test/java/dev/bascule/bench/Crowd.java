package dev.bascule.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Many clusters, and changes all over them at a steady rate. */
final class Crowd implements AutoCloseable {
  private static final int UNDER_WAY = 64;
  private final List<MadeCluster> clusters;
  private final Random random = new Random(7);
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Semaphore places = new Semaphore(UNDER_WAY);
  private volatile boolean ended;
  private long startedAt;
  private long countedFrom;

  Crowd(Account account, String prefix, int count) {
    clusters =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new MadeCluster(account, prefix + "-" + String.format("%04d", i)))
            .toList();
  }

  void create() throws Exception {
    var waiting = new ArrayList<java.util.concurrent.CompletableFuture<?>>();
    for (var cluster : clusters) {
      waiting.add(cluster.create());
      if (waiting.size() == 50) {
        for (var one : waiting) {
          one.get(20, TimeUnit.SECONDS);
        }
        waiting.clear();
      }
    }
    for (var one : waiting) {
      one.get(20, TimeUnit.SECONDS);
    }
  }

  /**
   * Changes something {@code rate} times a second until it is closed; each {@code leadersEach}-th
   * change is another leader, the others are places in the WAL.
   */
  void begin(int rate, int leadersEach) {
    startedAt = System.nanoTime();
    Thread.ofPlatform().daemon().name("crowd").start(() -> run(rate, leadersEach));
  }

  private void run(int rate, int leadersEach) {
    long done = 0;
    while (!ended) {
      var due = startedAt + done * 1_000_000_000L / rate;
      var wait = due - System.nanoTime();
      try {
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
        places.acquire();
      } catch (InterruptedException e) {
        return;
      }
      done++;
      var cluster = clusters.get(random.nextInt(clusters.size()));
      var write = done % leadersEach == 0 ? cluster.turnOver() : cluster.move(random.nextInt(4));
      var _ =
          write.whenComplete(
              (answer, cause) -> {
                places.release();
                (cause == null ? written : failed).incrementAndGet();
              });
    }
  }

  /** From now on the rate counts. */
  void count() {
    countedFrom = System.nanoTime();
    written.set(0);
  }

  /** How many were acknowledged each second since {@link #count}. */
  double rate() {
    return written.get() * 1e9 / (System.nanoTime() - countedFrom);
  }

  long failed() {
    return failed.get();
  }

  List<String> names() {
    return clusters.stream().map(MadeCluster::name).toList();
  }

  @Override
  public void close() {
    ended = true;
  }
}

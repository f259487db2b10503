package dev.bascule.operation.ui;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the database last answered, for those who ask on the UI's thread: they never wait for it,
 * and a database that is gone leaves the last answer in place.
 *
 * @param <K> what is asked
 * @param <V> the answer
 */
final class Remembered<K, V> {
  private static final Logger log = LoggerFactory.getLogger(Remembered.class);
  private static final int MOST = 1_000;

  private final Function<K, V> ask;
  private final V beforehand;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<K, V> answers = new LinkedHashMap<>();

  @GuardedBy("lock")
  private boolean asking;

  @GuardedBy("lock")
  private boolean again;

  @GuardedBy("lock")
  private boolean failed;

  Remembered(Function<K, V> ask, V beforehand) {
    this.ask = ask;
    this.beforehand = beforehand;
  }

  /** The last answer; the first time one that holds until it is known. */
  V get(K key) {
    synchronized (lock) {
      V known = answers.get(key);
      if (known != null) {
        return known;
      }
      if (answers.size() >= MOST) {
        answers.clear();
      }
      answers.put(key, beforehand);
    }
    askAgain();
    return beforehand;
  }

  /** Calls {@code changed} whenever an answer became another one. */
  Runnable watch(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  /** Asks everything anew, off this thread; many calls at once ask once or twice. */
  void askAgain() {
    synchronized (lock) {
      again = true;
      if (asking) {
        return;
      }
      asking = true;
    }
    Thread.ofVirtual().name("remembered").start(this::work);
  }

  private void work() {
    while (true) {
      List<K> keys;
      synchronized (lock) {
        if (!again) {
          asking = false;
          return;
        }
        again = false;
        keys = List.copyOf(answers.keySet());
      }
      boolean changed = false;
      for (K key : keys) {
        changed |= asked(key);
      }
      if (changed) {
        listeners.forEach(Runnable::run);
      }
    }
  }

  private boolean asked(K key) {
    try {
      V now = ask.apply(key);
      synchronized (lock) {
        failed = false;
        return answers.containsKey(key) && !now.equals(answers.put(key, now));
      }
    } catch (RuntimeException e) {
      synchronized (lock) {
        if (!failed) {
          failed = true;
          log.warn("The database can't be asked; pages keep the last answer", e);
        }
      }
      return false;
    }
  }
}

package dev.bascule.ui;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Ties a component to a source of changes: subscribes when it is attached (again after a resync,
 * without doubling), unsubscribes when it is detached, and hands over what changed on the UI's
 * thread, several changes together, at most every 100 ms. What {@link #atOnceWhen} marks waits for
 * nothing else, and the rest may wait longer ({@link #calmly}). A tab that nobody can see hears of
 * everything at most every ten seconds, and at once when it is shown again.
 *
 * <p>The source may call from any thread and is never blocked: what waits is one value a key.
 *
 * @param <T> the change
 */
public final class LiveBinding<T> {
  private static final Duration WINDOW = Duration.ofMillis(100);
  private static final Duration HIDDEN = Duration.ofSeconds(10);

  private final Component owner;
  private final Source<T> source;
  private final Object lock = new Object();

  private Function<? super T, ?> key = value -> "";
  private Predicate<? super T> atOnce = value -> false;
  private Duration calm = WINDOW;
  private BinaryOperator<T> merge = (older, newer) -> newer;
  private Runnable drawAll = () -> {};
  private Consumer<List<T>> render = values -> {};

  @GuardedBy("lock")
  private final Map<Object, T> pending = new LinkedHashMap<>();

  /** When the next flush is due, by {@link System#nanoTime}; null while none is planned. */
  @GuardedBy("lock")
  private @Nullable Long planned;

  @GuardedBy("lock")
  private final Set<Object> urgentKeys = new HashSet<>();

  @GuardedBy("lock")
  private boolean flushQueued;

  @GuardedBy("lock")
  private long lastFlush = System.nanoTime() - HIDDEN.toNanos();

  @GuardedBy("lock")
  private long lastUrgent = lastFlush;

  private volatile @Nullable Attention attention;
  private @Nullable Runnable unsubscribe;

  private LiveBinding(Component owner, Source<T> source) {
    this.owner = owner;
    this.source = source;
  }

  /** Where changes come from. */
  @FunctionalInterface
  public interface Source<T> {
    /**
     * Starts calling {@code listener} for each change.
     *
     * @return ends it; safe to run twice
     */
    Runnable subscribe(Consumer<T> listener);
  }

  /** Begins a binding of {@code owner} to {@code source}; {@link #render} completes it. */
  public static <T> LiveBinding<T> of(Component owner, Source<T> source) {
    return new LiveBinding<>(owner, source);
  }

  /** Binds a component to things that only say that they changed. */
  public static void refresh(Component owner, Iterable<? extends Watched> sources, Runnable draw) {
    for (Watched watched : sources) {
      LiveBinding.<String>of(owner, listener -> watched.watch(() -> listener.accept("")))
          .calmly(Duration.ofMillis(500))
          .firstDraw(draw)
          .render(ignored -> draw.run());
    }
  }

  /** Of several changes with the same key only the newest is handed over. */
  @CanIgnoreReturnValue
  public LiveBinding<T> keyedBy(Function<? super T, ?> key) {
    this.key = key;
    return this;
  }

  /** Changes that are shown at once, such as another leader. */
  @CanIgnoreReturnValue
  public LiveBinding<T> atOnceWhen(Predicate<? super T> atOnce) {
    this.atOnce = atOnce;
    return this;
  }

  /**
   * How often what isn't to be shown at once is handed over, at most; 100 ms unless said.
   *
   * @param calm at least 100 ms
   */
  @CanIgnoreReturnValue
  public LiveBinding<T> calmly(Duration calm) {
    this.calm = calm;
    return this;
  }

  /** How an older and a newer change of one key become one; by default the newer wins. */
  @CanIgnoreReturnValue
  public LiveBinding<T> merging(BinaryOperator<T> merge) {
    this.merge = merge;
    return this;
  }

  /** Run each time after subscribing, on the UI's thread, to draw what is true now. */
  @CanIgnoreReturnValue
  public LiveBinding<T> firstDraw(Runnable drawAll) {
    this.drawAll = drawAll;
    return this;
  }

  /** Completes the binding: {@code render} gets the changes on the UI's thread. */
  public void render(Consumer<List<T>> render) {
    this.render = render;
    owner.addAttachListener(event -> attach(event.getUI()));
    owner.addDetachListener(event -> detach());
    owner.getUI().filter(ui -> owner.isAttached()).ifPresent(this::attach);
  }

  private void attach(UI ui) {
    detach();
    var seen = Attention.of(ui);
    attention = seen;
    Runnable unwatch = seen.watch(() -> flush(ui, true));
    Runnable end = source.subscribe(value -> offer(ui, value));
    unsubscribe =
        () -> {
          unwatch.run();
          end.run();
        };
    drawAll.run();
  }

  private void detach() {
    Runnable end = unsubscribe;
    unsubscribe = null;
    if (end != null) {
      end.run();
    }
    synchronized (lock) {
      pending.clear();
      urgentKeys.clear();
      planned = null;
      flushQueued = false;
    }
  }

  private void offer(UI ui, T value) {
    var seen = attention;
    boolean hidden = seen != null && seen.hidden();
    boolean urgent = !hidden && atOnce.test(value);
    Object changed = key.apply(value);
    long now = System.nanoTime();
    synchronized (lock) {
      pending.merge(changed, value, merge);
      if (urgent) {
        urgentKeys.add(changed);
        // one urgent change waits for nothing; a hundred a second don't become a hundred drawings
        long due = after(lastUrgent, WINDOW, now);
        lastUrgent = plan(ui, due) ? due : lastUrgent;
      } else {
        var _ = plan(ui, after(lastFlush, hidden ? HIDDEN : calm, now));
      }
    }
  }

  private static long after(long last, Duration window, long now) {
    long due = last + window.toNanos();
    return due - now > 0 ? due : now;
  }

  /** Plans a flush; false when one is due as early already. */
  @GuardedBy("lock")
  private boolean plan(UI ui, long due) {
    if (flushQueued || (planned != null && planned - due <= 0)) {
      return false;
    }
    planned = due;
    Thread.ofVirtual().name("live-binding").start(() -> flushAt(ui, due));
    return true;
  }

  private void flushAt(UI ui, long due) {
    try {
      Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    synchronized (lock) {
      if (planned == null || planned != due || flushQueued || pending.isEmpty()) {
        return; // another flush took it along, or an earlier one is planned
      }
      planned = null;
      flushQueued = true;
    }
    try {
      var _ = ui.access(() -> flush(ui, false));
    } catch (UIDetachedException e) {
      // the tab closed meanwhile; detach follows and unsubscribes
      synchronized (lock) {
        flushQueued = false;
        pending.clear();
        urgentKeys.clear();
      }
    }
  }

  /** Hands over what is urgent, and the rest, too, when its time has come. */
  private void flush(UI ui, boolean everything) {
    List<T> values;
    synchronized (lock) {
      flushQueued = false;
      long now = System.nanoTime();
      long due = after(lastFlush, calm, now);
      if (everything || due == now || urgentKeys.isEmpty()) {
        planned = null;
        lastFlush = now;
        values = new ArrayList<>(pending.values());
        pending.clear();
      } else {
        values = new ArrayList<>();
        for (Object urgent : urgentKeys) {
          T value = pending.remove(urgent);
          if (value != null) {
            values.add(value);
          }
        }
        if (!pending.isEmpty()) {
          var _ = plan(ui, due);
        }
      }
      urgentKeys.clear();
    }
    if (!values.isEmpty() && unsubscribe != null) {
      render.accept(List.copyOf(values));
    }
  }
}

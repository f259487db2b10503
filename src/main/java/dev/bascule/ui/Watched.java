package dev.bascule.ui;

/** Something whose contents change and that tells those who show it. */
public interface Watched {
  /**
   * Calls {@code changed} after each change, on any thread; the caller never blocks in it.
   *
   * @return ends the subscription; safe to run twice
   */
  Runnable watch(Runnable changed);
}

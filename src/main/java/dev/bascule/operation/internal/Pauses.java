package dev.bascule.operation.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Waits. Tests let the clock move instead. */
interface Pauses {
  /**
   * Waits so long.
   *
   * @throws InterruptedException when the console ends
   */
  void pause(Duration length) throws InterruptedException;

  /** By the real clock. */
  @Component
  final class Sleeping implements Pauses {
    @Override
    public void pause(Duration length) throws InterruptedException {
      Thread.sleep(length);
    }
  }
}

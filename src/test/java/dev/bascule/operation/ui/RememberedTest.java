package dev.bascule.operation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What pages show of the database without waiting for it. */
class RememberedTest {
  private final AtomicReference<String> kept = new AtomicReference<>("one");
  private final AtomicInteger told = new AtomicInteger();

  @Test
  void answersAtOnceAndTellsWhenItKnowsBetter() {
    var remembered =
        new Remembered<String, String>(key -> Objects.requireNonNull(kept.get()), "nothing yet");
    var _ = remembered.watch(told::incrementAndGet);
    assertThat(remembered.get("k")).isEqualTo("nothing yet");
    await().untilAsserted(() -> assertThat(remembered.get("k")).isEqualTo("one"));
    await().until(() -> told.get() == 1);
    kept.set("two");
    remembered.askAgain();
    await().untilAsserted(() -> assertThat(remembered.get("k")).isEqualTo("two"));
  }

  @Test
  void keepsTheLastAnswerWhileTheDatabaseIsGone() {
    var remembered =
        new Remembered<String, String>(
            key -> {
              var now = Objects.requireNonNull(kept.get());
              if (now.isEmpty()) {
                throw new IllegalStateException("no connection");
              }
              return now;
            },
            "");
    await().untilAsserted(() -> assertThat(remembered.get("k")).isEqualTo("one"));
    kept.set("");
    remembered.askAgain();
    kept.set("three");
    remembered.askAgain();
    await().untilAsserted(() -> assertThat(remembered.get("k")).isEqualTo("three"));
  }

  @Test
  void neverMakesThePageWait() throws InterruptedException {
    var release = new CountDownLatch(1);
    var remembered =
        new Remembered<String, Integer>(
            key -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return 7;
            },
            0);
    assertThat(remembered.get("k")).isZero();
    assertThat(remembered.get("k")).isZero();
    release.countDown();
    await().until(() -> remembered.get("k") == 7);
  }
}

package dev.bascule.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes when a test says so. */
public final class SettableClock extends Clock {
  private final AtomicReference<Instant> now;

  /** A clock that stands. */
  public SettableClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** A clock that stands in the night of a switchover. */
  public SettableClock() {
    this(Instant.parse("2026-11-23T02:14:07.123456789Z"));
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }
}

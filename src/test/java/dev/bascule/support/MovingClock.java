package dev.bascule.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovingClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-23T02:00:00Z");

  /** Lets time pass. */
  public synchronized void move(Duration by) {
    now = now.plus(by);
  }

  /** Sets the time. */
  public synchronized void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

package dev.bascule.operation.planning;

import dev.bascule.patroni.DynamicConfig;
import java.time.Duration;

/**
 * How long is looked for each thing before what is seen decides.
 *
 * @param toAnswer for a switchover to be seen after the program ended without a clear answer:
 *     longer than Patroni itself waits
 * @param toLead for somebody to lead
 * @param toRejoin for the old leader to stream again
 * @param toAsk for a host or a DCS that doesn't answer
 */
public record Patience(Duration toAnswer, Duration toLead, Duration toRejoin, Duration toAsk) {
  private static final Duration LEAST = Duration.ofSeconds(60);

  /** While the console itself carries it out. */
  public static Patience whileRunning(DynamicConfig config) {
    Duration loop = max(Duration.ofSeconds(10), config.loopWait());
    Duration answer = max(LEAST, loop.multipliedBy(2).plus(config.ttl()));
    return new Patience(answer, answer.plus(config.ttl()), Duration.ofMinutes(5), LEAST);
  }

  /** After a restart: an outcome is owed within a minute. */
  public static Patience afterRestart() {
    Duration short40 = Duration.ofSeconds(40);
    return new Patience(short40, short40, short40, short40);
  }

  /** The same, but looking longer for what takes long to come back. */
  public Patience forRejoining(Duration length) {
    return new Patience(toAnswer, toLead, max(toRejoin, length), toAsk);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}

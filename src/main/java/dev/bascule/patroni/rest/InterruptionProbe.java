package dev.bascule.patroni.rest;

import dev.bascule.patroni.MemberName;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Measures how long a cluster takes no writes while its leader changes, by asking the old leader
 * and the candidates every 100 ms. Each node has one request in flight at most, with a hard limit,
 * and ticks that pass meanwhile are skipped: Patroni answers everybody, keepalived's check
 * included, from five threads.
 */
@Component
public final class InterruptionProbe {
  private final PatroniRest rest;
  private final Clock clock;

  InterruptionProbe(PatroniRest rest, Clock clock) {
    this.rest = rest;
    this.clock = clock;
  }

  /**
   * Begins to ask.
   *
   * @param oldLeader who leads now
   * @param members whom to ask, the old leader included
   * @param entryPoint where applications connect; null when there is none
   */
  public Run start(
      MemberName oldLeader,
      Map<MemberName, RestTarget> members,
      @Nullable InetSocketAddress entryPoint) {
    var run = new ProbeRun(rest, clock.instant(), oldLeader);
    members.forEach(run::ask);
    if (entryPoint != null) {
      run.knock(entryPoint);
    }
    return run;
  }

  /** A measurement under way. It ends by itself after a quarter of an hour. */
  public interface Run extends AutoCloseable {
    /** What is known so far. */
    InterruptionReport report();

    /** Ends it; {@link #report} stays available. */
    @Override
    void close();
  }
}

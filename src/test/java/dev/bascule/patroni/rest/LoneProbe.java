package dev.bascule.patroni.rest;

import dev.bascule.patroni.MemberName;
import java.time.Clock;
import java.util.Map;

/** The interruption probe of the console, without a console. */
public final class LoneProbe implements AutoCloseable {
  private final HttpPatroniRest rest = new HttpPatroniRest();
  private final InterruptionProbe.Run run;

  private LoneProbe(MemberName leader, Map<MemberName, RestTarget> members) {
    this.run = new InterruptionProbe(rest, Clock.systemUTC()).start(leader, members, null);
  }

  /** Begins to ask the members, as during a switchover. */
  public static LoneProbe start(MemberName leader, Map<MemberName, RestTarget> members) {
    return new LoneProbe(leader, members);
  }

  /** What was seen so far. */
  public InterruptionReport report() {
    return run.report();
  }

  @Override
  public void close() {
    run.close();
    rest.destroy();
  }
}

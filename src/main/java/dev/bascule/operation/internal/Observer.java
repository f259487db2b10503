package dev.bascule.operation.internal;

import dev.bascule.operation.Moment;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.planning.Evidence;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Judgement;
import dev.bascule.operation.planning.Patience;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Fleet.DcsOutOfSight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at the host and at the cluster, again and again, until what is seen decides the outcome.
 */
@Component
final class Observer {
  private static final Duration READ_LIMIT = Duration.ofSeconds(3);
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Fleet fleet;
  private final Inquiry inquiry;
  private final StoredSheets sheets;
  private final Pauses pauses;
  private final Clock clock;

  Observer(Fleet fleet, Inquiry inquiry, StoredSheets sheets, Pauses pauses, Clock clock) {
    this.fleet = fleet;
    this.inquiry = inquiry;
    this.sheets = sheets;
    this.pauses = pauses;
    this.clock = clock;
  }

  /**
   * Observes.
   *
   * @param job what is known of the program, each time anew
   * @param sightings notes what is seen
   * @param programEnded run once, when the program is not known to run any more
   * @throws InterruptedException when the console ends: whoever starts it next looks again
   */
  Outcome observe(
      Request request,
      Patience patience,
      Supplier<Job> job,
      Sightings sightings,
      Runnable programEnded)
      throws InterruptedException {
    Conduct conduct = Conduct.of(request.asked().operation());
    Sheet begun = sheets.of(request.id()).get(Moment.STARTED);
    Instant since = clock.instant();
    Instant lastRunning = since;
    boolean told = false;
    while (true) {
      Job known = job.get();
      boolean running = known instanceof Job.Running;
      Instant now = clock.instant();
      lastRunning = running ? now : lastRunning;
      if (!running && !told) {
        told = true;
        programEnded.run();
      }
      ClusterState state = state(request, known);
      if (state != null) {
        sightings.see(state);
      }
      ClusterState ask = running ? null : state;
      Evidence evidence =
          new Evidence(
              known,
              state,
              ask == null ? Map.of() : inquiry.members(ask, conduct.questions().patroni()),
              ask == null
                  ? Map.of()
                  : inquiry.hosts(request.cluster(), conduct.questions().whenJudged()),
              begun,
              Duration.between(running ? since : lastRunning, clock.instant()),
              conduct.patience(patience));
      if (conduct.judge(request.asked().fence(), evidence)
          instanceof Judgement.Decided(Outcome outcome)) {
        return outcome;
      }
      pauses.pause(BETWEEN);
    }
  }

  /** While the program runs what the watch shows will do; afterwards only a linearizable read. */
  private @Nullable ClusterState state(Request request, Job known) {
    if (known instanceof Job.Running) {
      return fleet.cluster(request.cluster()).orElse(null);
    }
    try {
      return fleet.readNow(request.cluster(), READ_LIMIT);
    } catch (DcsOutOfSight e) {
      return null;
    }
  }
}

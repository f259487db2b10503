package dev.bascule.operation.internal;

import dev.bascule.operation.CancelScheduledSwitchover;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Switchover;
import dev.bascule.operation.Timing;
import dev.bascule.operation.role.Evidence;
import dev.bascule.operation.role.Evidence.Job;
import dev.bascule.operation.role.FailoverKeyJudge;
import dev.bascule.operation.role.Judgement;
import dev.bascule.operation.role.Patience;
import dev.bascule.operation.role.SwitchoverJudge;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.Fleet.DcsOutOfSight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
  private final Pauses pauses;
  private final Clock clock;

  Observer(Fleet fleet, Pauses pauses, Clock clock) {
    this.fleet = fleet;
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
    Instant begun = clock.instant();
    Instant lastRunning = begun;
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
      Evidence evidence =
          new Evidence(
              known,
              state,
              Duration.between(running ? begun : lastRunning, clock.instant()),
              patience);
      if (judge(request.asked().operation(), request.asked().fence(), evidence)
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

  private static Judgement judge(Operation operation, Fence fence, Evidence evidence) {
    return switch (operation) {
      case Switchover switchover ->
          switchover.timing() instanceof Timing.At at && at.keeper() == Timing.Keeper.PATRONI
              ? FailoverKeyJudge.scheduled(switchover, at, fence, evidence)
              : SwitchoverJudge.judge(switchover, fence, evidence);
      case CancelScheduledSwitchover cancel -> FailoverKeyJudge.cancelled(cancel, fence, evidence);
    };
  }
}

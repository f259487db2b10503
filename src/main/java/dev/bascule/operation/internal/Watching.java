package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Fence;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Report;
import dev.bascule.operation.RequestChanged;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Restart;
import dev.bascule.operation.internal.Probes.Measured;
import dev.bascule.operation.internal.Probes.Probing;
import dev.bascule.operation.internal.StoredSteps.Step;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.FenceNames;
import dev.bascule.operation.planning.Patience;
import dev.bascule.patroni.MemberName;
import dev.bascule.ssh.Jobs;
import dev.bascule.ssh.SshTarget;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stays with a step that was sent until its request has an outcome and a report. */
@Component
final class Watching {
  private static final Logger log = LoggerFactory.getLogger(Watching.class);

  private final Jobs jobs;
  private final Fleet fleet;
  private final Observer observer;
  private final Closing closing;
  private final StoredSteps steps;
  private final StoredTranscripts transcripts;
  private final Transitions transitions;
  private final RequestNews news;
  private final Pauses pauses;
  private final Clock clock;

  Watching(
      Jobs jobs,
      Fleet fleet,
      Observer observer,
      Closing closing,
      StoredSteps steps,
      StoredTranscripts transcripts,
      Transitions transitions,
      RequestNews news,
      Pauses pauses,
      Clock clock) {
    this.jobs = jobs;
    this.fleet = fleet;
    this.observer = observer;
    this.closing = closing;
    this.steps = steps;
    this.transcripts = transcripts;
    this.transitions = transitions;
    this.news = news;
    this.pauses = pauses;
    this.clock = clock;
  }

  /**
   * Follows a step on its host.
   *
   * @param known what is known of it before the host was asked
   */
  Attachment attach(Request request, Step step, SshTarget target, Job known) {
    StepProgress progress =
        new StepProgress(
            step.view().id(),
            steps,
            transcripts,
            news,
            () -> new RequestChanged(request.id(), request.cluster(), RequestState.RUNNING));
    return new Attachment(jobs, target, step, progress.transcript(), progress, known, pauses)
        .begin();
  }

  /** What is noted of the fleet while it lasts. */
  Sightings sightings(Request request) {
    String leader = request.asked().fence().fact(FenceNames.LEADER);
    return new Sightings(
        fleet, request.cluster(), leader.isEmpty() ? null : new MemberName(leader));
  }

  /** Until the outcome is kept. */
  void untilOver(
      Actor actor,
      Request request,
      Attachment attachment,
      Sightings sightings,
      Patience patience,
      @Nullable Probing probing)
      throws InterruptedException {
    Outcome outcome =
        observer.observe(
            request, patience, attachment::evidence, sightings, () -> observing(request));
    Measured measured = probing == null ? Measured.NOTHING : probing.stop();
    closing.close(
        actor, request, outcome, report(request, outcome, sightings, measured, attachment));
  }

  /** The program ended: from here on only looking. */
  private void observing(Request request) {
    try {
      transitions.change(
          request.id(),
          before -> before.state().underWay() ? before.observing(clock.instant()) : before);
      Failpoints.AFTER_OBSERVING.pass();
    } catch (RuntimeException e) {
      log.warn("Request {} is observed, but that can't be kept for now", request.id(), e);
    }
  }

  private Report report(
      Request request,
      Outcome outcome,
      Sightings sightings,
      Measured measured,
      Attachment attachment) {
    Instant started = request.started() == null ? request.changedAt() : request.started().at();
    Fence fence = request.asked().fence();
    ClusterState state = state(request.cluster());
    Instant back = sightings.oldLeaderBackAt();
    boolean moved =
        sightings.newLeaderAt() != null || request.asked().operation() instanceof Restart;
    return new Report(
        started,
        clock.instant(),
        moved ? measured.interruption() : null,
        moved ? measured.leaderKeyGap() : null,
        moved ? measured.entryPointGap() : null,
        moved ? measured.acknowledgedAfter() : null,
        state == null || state.leader() == null ? null : state.leader().name(),
        timeline(fence),
        state == null ? 0 : state.timeline(),
        back == null ? null : positive(Duration.between(started, back)),
        attachment.lastLine(),
        outcome.state() == RequestState.DEVIATED ? List.of(outcome.said()) : List.<Phrase>of());
  }

  private @Nullable ClusterState state(ClusterId cluster) {
    return fleet.cluster(cluster).orElse(null);
  }

  private static int timeline(Fence fence) {
    String fact = fence.fact(FenceNames.TIMELINE);
    return fact.isEmpty() ? 0 : Integer.parseInt(fact);
  }

  private static Duration positive(Duration length) {
    return length.isNegative() ? Duration.ZERO : length;
  }
}

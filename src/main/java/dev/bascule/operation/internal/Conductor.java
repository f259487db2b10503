package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.operation.Check;
import dev.bascule.operation.Fact;
import dev.bascule.operation.HostCommand;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.Sheet;
import dev.bascule.operation.StepKind;
import dev.bascule.operation.internal.Dispatcher.IntentNotKept;
import dev.bascule.operation.internal.Dispatcher.Ready;
import dev.bascule.operation.internal.Probes.Probing;
import dev.bascule.operation.internal.StoredSteps.Step;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Patience;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Fleet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries a request out, from the claim to the outcome. */
@Component
final class Conductor {
  private static final Logger log = LoggerFactory.getLogger(Conductor.class);
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final Duration CHECKPOINT_LIMIT = Duration.ofMinutes(6);

  private final Dispatcher dispatcher;
  private final Courier courier;
  private final Watching watching;
  private final Rehearsal rehearsal;
  private final Recovery recovery;
  private final Closing closing;
  private final Transitions transitions;
  private final Records records;
  private final Probes probes;
  private final Fleet fleet;
  private final Pauses pauses;
  private final Clock clock;
  private final ActiveRequests active;
  private final OperationThreads executor;

  Conductor(
      Dispatcher dispatcher,
      Courier courier,
      Watching watching,
      Rehearsal rehearsal,
      Recovery recovery,
      Closing closing,
      Transitions transitions,
      Records records,
      Probes probes,
      Fleet fleet,
      Pauses pauses,
      Clock clock,
      ActiveRequests active,
      OperationThreads executor) {
    this.dispatcher = dispatcher;
    this.courier = courier;
    this.watching = watching;
    this.rehearsal = rehearsal;
    this.recovery = recovery;
    this.closing = closing;
    this.transitions = transitions;
    this.records = records;
    this.probes = probes;
    this.fleet = fleet;
    this.pauses = pauses;
    this.clock = clock;
    this.active = active;
    this.executor = executor;
  }

  /**
   * Claims the cluster and carries the request out on a thread of its own.
   *
   * @throws RequestRefused when another operation holds the cluster
   */
  void start(Actor actor, Request request) {
    if (!active.begin(request.id())) {
      throw RequestRefused.because(Refusal.Code.CLUSTER_BUSY, Fact.count(request.id().value()));
    }
    Claim claim;
    try {
      claim = dispatcher.claim(request);
    } catch (RuntimeException e) {
      active.end(request.id());
      throw e;
    }
    executor.execute(
        () -> {
          try {
            carryOut(actor, request.id(), claim);
          } finally {
            active.end(request.id());
          }
        });
  }

  private void carryOut(Actor actor, RequestId id, Claim claim) {
    Request begun = null;
    try {
      Ready ready = dispatcher.prepare(actor, id, claim);
      if (ready != null) {
        begun = ready.request();
        perform(actor, ready);
      }
    } catch (IntentNotKept e) {
      log.error("Request {} was not sent", id, e);
      nothingSent(actor, e.request(), Phrase.of("operation.delivery.intent-not-kept"));
    } catch (ClaimLost e) {
      log.warn("Request {} is left alone: {}", id, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("Request {} was interrupted", id, e);
      if (begun != null) {
        recovery.takeUp(actor, begun);
      }
    }
  }

  private void perform(Actor actor, Ready ready) throws InterruptedException {
    Request request = ready.request();
    Step first = ready.first();
    Sheet sheet = ready.sheet();
    if (first.view().kind().preparing()) {
      int sent = checkpoint(actor, request, commands(sheet, first.view().kind()), first);
      Rehearsal.Rehearsed again = rehearsal.last(request);
      List<Check> red = again.plan().sheet().checks(Check.Level.RED);
      if (!again.plan().hash().equals(request.asked().hash()) || !red.isEmpty()) {
        fail(actor, request, Phrase.of("operation.outcome.changed-after-checkpoint"));
        return;
      }
      HostCommand command = decisive(sheet);
      first = keepNext(actor, request, sent + 1, command);
    }
    send(actor, request, commands(sheet, first.view().kind()), first);
  }

  private Step keepNext(Actor actor, Request request, int ordinal, HostCommand command) {
    Step step = courier.prepared(request, UUID.randomUUID(), ordinal, command);
    transitions.inTransaction(
        () -> {
          courier.keep(actor, request, step);
          return step;
        });
    try {
      records.force();
    } catch (RuntimeException e) {
      throw new IntentNotKept(request, e);
    }
    return step;
  }

  private static HostCommand decisive(Sheet sheet) {
    return sheet.commands().stream()
        .filter(command -> !command.step().preparing())
        .findFirst()
        .orElseThrow();
  }

  private static List<HostCommand> commands(Sheet sheet, StepKind kind) {
    return sheet.commands().stream().filter(command -> command.step() == kind).toList();
  }

  /** It changes nothing, so however it ends the switchover may follow. Answers its ordinal. */
  private int checkpoint(Actor actor, Request request, List<HostCommand> commands, Step step)
      throws InterruptedException {
    if (courier.deliver(actor, request, commands, step) instanceof Delivery.Sent sent) {
      Instant since = clock.instant();
      try (Attachment attachment =
          watching.attach(request, sent.step(), sent.target(), new Job.Running())) {
        while (!(attachment.evidence() instanceof Job.Finished)
            && Duration.between(since, clock.instant()).compareTo(CHECKPOINT_LIMIT) < 0
            && !hopeless(attachment.evidence(), since)) {
          pauses.pause(BETWEEN);
        }
      }
    }
    return step.ordinal();
  }

  private boolean hopeless(Job job, Instant since) {
    boolean quiet = !(job instanceof Job.Running);
    return quiet && Duration.between(since, clock.instant()).toSeconds() >= 20;
  }

  private void send(Actor actor, Request request, List<HostCommand> commands, Step step)
      throws InterruptedException {
    ClusterState state = fleet.cluster(request.cluster()).orElseThrow();
    Probing probing = probes.start(request.cluster(), state);
    try (Sightings sightings = watching.sightings(request)) {
      switch (courier.deliver(actor, request, commands, step)) {
        case Delivery.NothingSent(var why) -> nothingSent(actor, request, why);
        case Delivery.Sent(var sent, var target) -> {
          running(request);
          try (Attachment attachment = watching.attach(request, sent, target, new Job.Running())) {
            watching.untilOver(
                actor,
                request,
                attachment,
                sightings,
                Patience.whileRunning(state.config()),
                probing);
          }
        }
      }
    } finally {
      probing.stop();
    }
  }

  private void running(Request request) {
    try {
      transitions.change(
          request.id(),
          before ->
              before.state() == RequestState.DISPATCHING
                  ? before.running(clock.instant())
                  : before);
      Failpoints.AFTER_RUNNING.pass();
    } catch (RuntimeException e) {
      log.warn("Request {} runs, but that can't be kept for now", request.id(), e);
    }
  }

  private void nothingSent(Actor actor, Request request, Phrase why) {
    fail(actor, request, Phrase.of("operation.outcome.nothing-sent", new Fact.Words(why)));
  }

  private void fail(Actor actor, Request request, Phrase said) {
    try {
      closing.close(actor, request, new Outcome(RequestState.FAILED, said), null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

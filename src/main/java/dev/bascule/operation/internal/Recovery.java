package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.Phrase;
import dev.bascule.operation.RequestState;
import dev.bascule.operation.StepView.Progress;
import dev.bascule.operation.internal.StoredSteps.Step;
import dev.bascule.operation.planning.Evidence.Job;
import dev.bascule.operation.planning.Patience;
import dev.bascule.ssh.SshTarget;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes up what was under way when the console that carried it out ended. Nothing is sent again:
 * what became of it is found by looking at the host and at the cluster.
 */
@Component
final class Recovery {
  private static final Logger log = LoggerFactory.getLogger(Recovery.class);

  private final StoredSteps steps;
  private final StoredClaims claims;
  private final Ground ground;
  private final Watching watching;
  private final Closing closing;
  private final Transitions transitions;
  private final Clock clock;

  Recovery(
      StoredSteps steps,
      StoredClaims claims,
      Ground ground,
      Watching watching,
      Closing closing,
      Transitions transitions,
      Clock clock) {
    this.steps = steps;
    this.claims = claims;
    this.ground = ground;
    this.watching = watching;
    this.closing = closing;
    this.transitions = transitions;
    this.clock = clock;
  }

  /** Finds out what became of a request, and keeps it. */
  void takeUp(Actor actor, Request stale) {
    try {
      Request request =
          transitions.change(
              stale.id(),
              before -> before.state().underWay() ? before.observing(clock.instant()) : before);
      if (request.state().underWay()) {
        look(actor, request);
      } else if (!request.unresolved()) {
        // claimed, and nothing else: nothing was sent, and what was agreed to stays agreed
        claims.release(request.id());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("Request {} could not be taken up; it is tried again", stale.id(), e);
      throw e;
    }
  }

  private void look(Actor actor, Request request) throws InterruptedException {
    List<Step> sent = steps.of(request.id());
    Optional<Step> decisive =
        sent.stream()
            .filter(step -> !step.view().kind().preparing())
            .reduce((earlier, later) -> later);
    if (decisive.isEmpty()
        || decisive.get().view().progress() == Progress.REFUSED
        || decisive.get().view().progress() == Progress.VOID) {
      // its row would be on disk before the first connection
      nothingSent(actor, request);
      return;
    }
    Step step = decisive.get();
    Optional<SshTarget> target = ground.place(request.asked().operation(), step.member());
    if (target.isEmpty()) {
      Phrase said = Phrase.of("operation.outcome.host-unknown", Fact.text(step.view().host()));
      closing.close(actor, request, new Outcome(RequestState.UNKNOWN, said), null);
      return;
    }
    try (Sightings sightings = watching.sightings(request);
        Attachment attachment =
            watching.attach(request, step, target.get(), new Job.NotAsked("CONNECTING"))) {
      watching.untilOver(actor, request, attachment, sightings, Patience.afterRestart(), null);
    }
  }

  private void nothingSent(Actor actor, Request request) throws InterruptedException {
    Phrase said =
        Phrase.of("operation.outcome.nothing-sent", Fact.words("operation.delivery.console-ended"));
    closing.close(actor, request, new Outcome(RequestState.FAILED, said), null);
  }
}

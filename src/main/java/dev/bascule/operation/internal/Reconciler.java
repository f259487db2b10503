package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds requests that hold a cluster and that nobody carries out, because their console is gone (by
 * its heartbeat) or was stopped half-way, and has them taken up.
 */
@Component
final class Reconciler {
  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

  /** After so long without a heartbeat a console is gone; it beats several times as often. */
  static final Duration SILENCE = Duration.ofSeconds(10);

  private final StoredClaims claims;
  private final StoredRequests requests;
  private final Recovery recovery;
  private final ConsoleRun run;
  private final OperationThreads threads;
  private final ActiveRequests active;

  Reconciler(
      StoredClaims claims,
      StoredRequests requests,
      Recovery recovery,
      ConsoleRun run,
      OperationThreads threads,
      ActiveRequests active) {
    this.claims = claims;
    this.requests = requests;
    this.recovery = recovery;
    this.run = run;
    this.threads = threads;
    this.active = active;
  }

  /** This console is alive. */
  void beat() {
    claims.beat(run.id());
  }

  /**
   * Takes over what is left alone.
   *
   * @param silence for how long its console must not have been heard of
   */
  void takeOver(Duration silence) {
    for (Claim claim : claims.all()) {
      boolean ours = claim.owner().equals(run.id());
      if (ours || claims.takeOver(claim, run.id(), silence)) {
        requests
            .find(claim.request())
            .filter(request -> !request.unresolved())
            .ifPresent(this::takeUp);
      }
    }
  }

  private void takeUp(Request request) {
    if (!active.begin(request.id())) {
      return;
    }
    log.info(
        "Request {} is {} and nobody carries it out: looking at what became of it",
        request.id(),
        request.state());
    threads.execute(
        () -> {
          try {
            recovery.takeUp(Actor.system("reconciler"), request);
          } finally {
            active.end(request.id());
          }
        });
  }
}

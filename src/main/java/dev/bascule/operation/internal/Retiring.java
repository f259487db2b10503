package dev.bascule.operation.internal;

import dev.bascule.access.Actor;
import dev.bascule.inventory.ExpectedMembers;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.inventory.Unacceptable;
import dev.bascule.operation.DropInstance;
import dev.bascule.operation.Outcome;
import dev.bascule.operation.RemoveCluster;
import dev.bascule.operation.RequestState;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.Fleet;
import dev.bascule.topology.MemberView;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A member that was dropped is expected no more. The last one still is, for as long as the cluster
 * has keys in the DCS: its host is where they are removed from.
 */
@Component
final class Retiring implements Aftermath {
  private static final Logger log = LoggerFactory.getLogger(Retiring.class);
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  /** That it is away is kept by another thread, soon. */
  private static final int TRIES = 30;

  private final ExpectedMembers members;
  private final Fleet fleet;
  private final Pauses pauses;

  Retiring(ExpectedMembers members, Fleet fleet, Pauses pauses) {
    this.members = members;
    this.fleet = fleet;
    this.pauses = pauses;
  }

  @Override
  public void of(Request request, Outcome outcome) throws InterruptedException {
    if (outcome.state() != RequestState.SUCCEEDED) {
      return;
    }
    if (request.asked().operation() instanceof DropInstance drop && others(drop)) {
      retire(request, drop.member(), "dropped by change " + request.id());
    }
    if (request.asked().operation() instanceof RemoveCluster remove) {
      for (MemberRecord member : members.of(remove.cluster())) {
        retire(request, member.name(), "its cluster was removed by change " + request.id());
      }
    }
  }

  private boolean others(DropInstance drop) {
    return fleet.cluster(drop.cluster()).stream()
        .flatMap(state -> state.members().stream())
        .filter(member -> !member.name().equals(drop.member()))
        .anyMatch(MemberView::seen);
  }

  private void retire(Request request, MemberName member, String reason)
      throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        members.retire(Actor.system("operations"), request.cluster(), member, reason);
        return;
      } catch (Unacceptable e) {
        if (tries == TRIES) {
          log.warn("{} of {} is still expected: {}", member, request.cluster(), e.getMessage());
          return;
        }
      } catch (RuntimeException e) {
        log.warn("{} of {} is still expected", member, request.cluster(), e);
        return;
      }
      pauses.pause(BETWEEN);
    }
  }
}

package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.PatroniApis;
import dev.bascule.inventory.RestAccess;
import dev.bascule.operation.planning.MemberAnswer;
import dev.bascule.patroni.rest.PatroniRest;
import dev.bascule.patroni.rest.PatroniStatus;
import dev.bascule.patroni.rest.RestFailed;
import dev.bascule.topology.MemberView;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks a member's Patroni of itself, if the inventory knows its host. */
@Component
final class MemberQuestions {
  private final PatroniApis apis;
  private final PatroniRest rest;
  private final Clock clock;

  MemberQuestions(PatroniApis apis, PatroniRest rest, Clock clock) {
    this.apis = apis;
    this.rest = rest;
    this.clock = clock;
  }

  MemberAnswer ask(ClusterId cluster, MemberView member) {
    String url = member.apiUrl();
    if (url == null) {
      return silent("NO_ADDRESS");
    }
    return switch (apis.access(cluster, url)) {
      case RestAccess.Refused(var reason, var host) -> silent(reason.name());
      case RestAccess.Allowed(var target) -> {
        try {
          yield answered(rest.status(target, PatroniRest.USUAL));
        } catch (RestFailed e) {
          yield silent(e.trouble().name());
        }
      }
    };
  }

  private MemberAnswer silent(String trouble) {
    return new MemberAnswer.Silent(trouble, clock.instant());
  }

  private MemberAnswer answered(PatroniStatus status) {
    return new MemberAnswer.Answered(
        status.roleWord(),
        status.state(),
        status.timeline(),
        status.location(),
        status.received(),
        status.replayed(),
        status.replayPaused(),
        status.replicationState(),
        status.systemIdentifier(),
        status.watchdogFailed(),
        status.clusterUnlocked(),
        status.failsafeActive(),
        status.dcsLastSeen(),
        status.pendingRestart(),
        status.postmasterStartedAt(),
        status.serverVersion(),
        clock.instant());
  }
}

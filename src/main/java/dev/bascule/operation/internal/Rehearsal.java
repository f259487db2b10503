package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.Fact;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Plan;
import dev.bascule.operation.Refusal;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.RequestRefused;
import dev.bascule.operation.planning.Findings;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Thinks operations through against what is now. Keeps nothing and changes nothing. */
@Component
final class Rehearsal {
  private final Inquiry inquiry;
  private final StoredClaims claims;
  private final StoredRequests requests;
  private final StoredReports reports;
  private final Clock clock;

  Rehearsal(
      Inquiry inquiry,
      StoredClaims claims,
      StoredRequests requests,
      StoredReports reports,
      Clock clock) {
    this.inquiry = inquiry;
    this.claims = claims;
    this.requests = requests;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * A plan, and the configuration that it saw.
   *
   * @param config as JSON text, to show later what changed since
   */
  record Rehearsed(Plan plan, String config) {}

  /** For somebody who thinks of asking. */
  Rehearsed wish(Operation operation) {
    return rehearse(operation, false, null, null);
  }

  /** For somebody who may pass a claim that an unknown outcome holds. */
  Rehearsed exception(Operation operation) {
    RequestId holder =
        claims.find(operation.cluster()).map(Claim::request).filter(this::unresolved).orElse(null);
    return rehearse(operation, false, null, holder);
  }

  /** A kept request again, as things are now. */
  Rehearsed again(Request request) {
    return rehearse(request.asked().operation(), false, then(request), request.id());
  }

  /** A kept request again, from a linearizable read: just before it is sent. */
  Rehearsed last(Request request) {
    return rehearse(request.asked().operation(), true, then(request), request.id());
  }

  private boolean unresolved(RequestId id) {
    return requests.find(id).filter(Request::unresolved).isPresent();
  }

  private static DynamicConfig then(Request request) {
    return DynamicConfig.read(request.asked().configThen().getBytes(StandardCharsets.UTF_8))
        .orElse(DynamicConfig.EMPTY);
  }

  private Rehearsed rehearse(
      Operation operation,
      boolean fresh,
      @Nullable DynamicConfig then,
      @Nullable RequestId passes) {
    ClusterId cluster = operation.cluster();
    Conduct conduct = Conduct.of(operation);
    Inquiry.Answers answers =
        inquiry
            .ask(cluster, fresh)
            .orElseThrow(
                () -> RequestRefused.because(Refusal.Code.NOT_FOUND, Fact.text(cluster.cluster())));
    Findings facts =
        new Findings(
            answers.state(),
            answers.sight(),
            answers.members(),
            inquiry.hosts(cluster, conduct.questions().withDisks(disks(conduct, answers.state()))),
            answers.sql(),
            answers.runners(),
            reports.interruptions(cluster, operation.kind()),
            then,
            claimedBy(cluster, passes),
            clock.instant());
    Plan plan = conduct.plan(facts);
    return new Rehearsed(plan, answers.state().config().json());
  }

  /** With room to be asked for, the leader's is asked for, too: its data have to fit. */
  private static Set<MemberName> disks(Conduct conduct, ClusterState state) {
    var members = new HashSet<>(conduct.questions().disks());
    LeaderSeat seat = state.leader();
    if (!members.isEmpty() && seat != null) {
      members.add(seat.name());
    }
    return members;
  }

  private @Nullable Long claimedBy(ClusterId cluster, @Nullable RequestId passes) {
    return claims
        .find(cluster)
        .map(Claim::request)
        .filter(holder -> !holder.equals(passes))
        .map(RequestId::value)
        .orElse(null);
  }
}

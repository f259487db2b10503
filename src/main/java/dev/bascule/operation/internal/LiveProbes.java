package dev.bascule.operation.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.Clusters;
import dev.bascule.inventory.EntryPoint;
import dev.bascule.inventory.PatroniApis;
import dev.bascule.inventory.RestAccess;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.rest.InterruptionProbe;
import dev.bascule.patroni.rest.InterruptionReport;
import dev.bascule.patroni.rest.RestTarget;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.LeaderSeat;
import dev.bascule.topology.MemberView;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the members' Patroni, and knocks at the entry point. */
@Component
final class LiveProbes implements Probes {
  private static final int POSTGRESQL = 5432;

  private final InterruptionProbe probe;
  private final PatroniApis apis;
  private final Clusters clusters;

  LiveProbes(InterruptionProbe probe, PatroniApis apis, Clusters clusters) {
    this.probe = probe;
    this.apis = apis;
    this.clusters = clusters;
  }

  @Override
  public Probing start(ClusterId cluster, ClusterState state) {
    LeaderSeat seat = state.leader();
    Map<MemberName, RestTarget> targets = new HashMap<>();
    for (MemberView member : state.members()) {
      String url = member.apiUrl();
      if (member.seen()
          && url != null
          && apis.access(cluster, url) instanceof RestAccess.Allowed(var target)) {
        targets.put(member.name(), target);
      }
    }
    if (seat == null || targets.isEmpty()) {
      return () -> Measured.NOTHING;
    }
    InterruptionProbe.Run run =
        probe.start(seat.name(), targets, entryPoint(cluster, state, seat.name()));
    return () -> {
      run.close();
      InterruptionReport report = run.report();
      return new Measured(
          report.interruption(),
          report.leaderKeyGap(),
          report.entryPointGap(),
          report.acknowledgedAfter());
    };
  }

  private @Nullable InetSocketAddress entryPoint(
      ClusterId cluster, ClusterState state, MemberName leader) {
    EntryPoint entry = clusters.find(cluster).flatMap(record -> record.entryPoint()).orElse(null);
    if (entry == null) {
      return null;
    }
    int port =
        state.member(leader).map(MemberView::port).filter(known -> known > 0).orElse(POSTGRESQL);
    return new InetSocketAddress(entry.address(), port);
  }
}

package dev.bascule.operation.ui;

import dev.bascule.inventory.ClusterId;
import dev.bascule.operation.AddMember;
import dev.bascule.operation.CancelScheduledRestart;
import dev.bascule.operation.CancelScheduledSwitchover;
import dev.bascule.operation.DropInstance;
import dev.bascule.operation.Failover;
import dev.bascule.operation.Fencing;
import dev.bascule.operation.Operation;
import dev.bascule.operation.Pause;
import dev.bascule.operation.Reinitialize;
import dev.bascule.operation.Reload;
import dev.bascule.operation.RemoveCluster;
import dev.bascule.operation.RequestId;
import dev.bascule.operation.Restart;
import dev.bascule.operation.Resume;
import dev.bascule.operation.StartInstance;
import dev.bascule.operation.StopInstance;
import dev.bascule.operation.Successor;
import dev.bascule.operation.Switchover;
import dev.bascule.ui.Links;
import java.util.Optional;

/** Addresses of the pages of changes, without leading slash. */
final class ChangeLinks {
  private ChangeLinks() {}

  static String change(RequestId id) {
    return "changes/" + id.value();
  }

  static String cluster(ClusterId cluster) {
    return "clusters/" + Links.segment(cluster.dcs()) + "/" + Links.segment(cluster.cluster());
  }

  static String switchover(ClusterId cluster) {
    return "changes/new/switchover/"
        + Links.segment(cluster.dcs())
        + "/"
        + Links.segment(cluster.cluster());
  }

  /** The form of one kind of operation. */
  static String operation(String kind, ClusterId cluster) {
    return "changes/new/"
        + kind
        + "/"
        + Links.segment(cluster.dcs())
        + "/"
        + Links.segment(cluster.cluster());
  }

  /** Takes back what Patroni itself keeps for later. */
  static String cancel(ClusterId cluster) {
    return "changes/new/switchover-cancel/"
        + Links.segment(cluster.dcs())
        + "/"
        + Links.segment(cluster.cluster());
  }

  /** The form that asks for the same thing with today's facts. */
  static Optional<String> again(Operation operation) {
    return switch (operation) {
      case Switchover(var cluster, Successor.Named(var candidate), _, _) ->
          Optional.of(switchover(cluster) + "?candidate=" + Links.query(candidate.value()));
      case Switchover(var cluster, Successor.AnyOf(_), _, _) -> Optional.of(switchover(cluster));
      case CancelScheduledSwitchover(var cluster) -> Optional.of(cancel(cluster));
      case Pause _,
          Resume _,
          Reload _,
          Restart _,
          CancelScheduledRestart _,
          Reinitialize _,
          Failover _,
          Fencing _,
          StopInstance _,
          StartInstance _,
          DropInstance _,
          RemoveCluster _,
          AddMember _ ->
          Optional.of(operation(operation.kind(), operation.cluster()));
    };
  }

  /** The same form, for somebody who goes round the approvals. */
  static String exception(ClusterId cluster) {
    return switchover(cluster) + "?" + NewSwitchoverView.EXCEPTION + "=yes";
  }
}

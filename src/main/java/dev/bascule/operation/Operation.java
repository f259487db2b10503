package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.MemberName;
import org.jspecify.annotations.Nullable;

/** Something that somebody wants done to a cluster: what, not how. */
public sealed interface Operation
    permits Switchover,
        CancelScheduledSwitchover,
        Pause,
        Resume,
        Reload,
        Restart,
        CancelScheduledRestart,
        Reinitialize,
        Failover,
        Fencing,
        StopInstance,
        StartInstance,
        DropInstance,
        RemoveCluster,
        AddMember {
  /** The cluster it acts on. */
  ClusterId cluster();

  /** A stable code; kept in the database, in the audit log and in the API. */
  String kind();

  /** The one member that is to go, or to come back; null for operations that are about none. */
  default @Nullable MemberName leaving() {
    return null;
  }

  /** When it is to be done. */
  default Timing timing() {
    return new Timing.OnCommand();
  }
}

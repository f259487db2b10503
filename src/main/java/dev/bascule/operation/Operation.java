package dev.bascule.operation;

import dev.bascule.inventory.ClusterId;

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
        RemoveCluster {
  /** The cluster it acts on. */
  ClusterId cluster();

  /** A stable code; kept in the database, in the audit log and in the API. */
  String kind();

  /** When it is to be done. */
  default Timing timing() {
    return new Timing.OnCommand();
  }
}

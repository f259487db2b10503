package dev.bascule.operation.ui;

import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;

/**
 * The operations that a cluster's page offers, in the order of the menu. One comes here once it was
 * seen to work on the real lab.
 */
enum OfferedOperation {
  /** No automatic failover for a while. */
  PAUSE("pause") {
    @Override
    String why(ClusterState state) {
      return state.paused() ? "paused" : "";
    }
  },
  /** Automatic failover again. */
  RESUME("resume") {
    @Override
    String why(ClusterState state) {
      return state.paused() ? "" : "not-paused";
    }
  },
  /** Local configuration read again. */
  RELOAD("reload") {
    @Override
    String why(ClusterState state) {
      return state.members().stream().anyMatch(MemberView::seen) ? "" : "nobody-there";
    }
  },
  /** PostgreSQL restarted in place. */
  RESTART("restart") {
    @Override
    String why(ClusterState state) {
      return state.leader() == null ? "leaderless" : "";
    }
  },
  /** Restarts that Patroni keeps taken back. */
  RESTART_CANCEL("restart-cancel") {
    @Override
    String why(ClusterState state) {
      return state.members().stream().anyMatch(member -> member.scheduledRestart() != null)
          ? ""
          : "no-restart-scheduled";
    }
  },
  /** A member forced to lead. */
  FAILOVER("failover") {
    @Override
    String why(ClusterState state) {
      return state.members().stream().anyMatch(member -> member.seen() && !member.role().leads())
          ? ""
          : "no-replica";
    }
  },
  /** A primary outside Patroni stopped. */
  FENCING("fencing") {
    @Override
    String why(ClusterState state) {
      return state.members().stream().anyMatch(OfferedOperation::outside) ? "" : "nobody-outside";
    }
  },
  /** A member stopped. */
  INSTANCE_STOP("instance-stop") {
    @Override
    String why(ClusterState state) {
      if (state.paused()) {
        return "paused";
      }
      return state.members().stream().anyMatch(MemberView::seen) ? "" : "nobody-there";
    }
  },
  /** A member started. */
  INSTANCE_START("instance-start") {
    @Override
    String why(ClusterState state) {
      if (state.paused()) {
        return "paused";
      }
      return state.members().stream().anyMatch(OfferedOperation::away) ? "" : "everybody-there";
    }
  },
  /** A replica rebuilt. */
  REINITIALIZE("reinitialize") {
    @Override
    String why(ClusterState state) {
      if (state.leader() == null) {
        return "leaderless";
      }
      return state.members().stream().anyMatch(member -> member.seen() && !member.role().leads())
          ? ""
          : "no-replica";
    }
  },
  /** Another member on a host that has none of it. */
  MEMBER_ADD("member-add") {
    @Override
    String why(ClusterState state) {
      if (state.paused()) {
        return "paused";
      }
      return state.leader() == null ? "leaderless" : "";
    }
  },
  /** A member's instance deleted. */
  INSTANCE_DROP("instance-drop") {
    @Override
    String why(ClusterState state) {
      return state.members().isEmpty() ? "nobody-there" : "";
    }
  },
  /** What is left in the DCS of a cluster without members removed. */
  CLUSTER_REMOVE("cluster-remove") {
    @Override
    String why(ClusterState state) {
      return state.members().stream().anyMatch(MemberView::seen) ? "members-there" : "";
    }
  };

  private final String path;

  OfferedOperation(String path) {
    this.path = path;
  }

  /** Whether its PostgreSQL takes writes that Patroni knows nothing of. */
  static boolean outside(MemberView member) {
    return member.presence() instanceof Presence.Absent(_, _, var writability)
        && writability == Presence.Writability.STILL_WRITABLE;
  }

  /** Whether it isn't there, or says for the seconds that its key outlives it that it stopped. */
  static boolean away(MemberView member) {
    return !member.seen() || member.published().state().equals("stopped");
  }

  /** Its place in the address of its form, and in the keys of its texts. */
  String path() {
    return path;
  }

  /** Why it isn't possible now, as the end of a text's key; empty when it is. */
  final String whyNot(ClusterState state) {
    return state.conforming() ? why(state) : "name";
  }

  abstract String why(ClusterState state);
}

package dev.bascule.operation.ui;

import dev.bascule.topology.ClusterState;

/** The operations that a cluster's page offers, in the order of the menu. */
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
  };

  private final String path;

  OfferedOperation(String path) {
    this.path = path;
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

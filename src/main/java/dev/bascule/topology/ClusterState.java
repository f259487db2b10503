package dev.bascule.topology;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.ClusterName;
import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.HistoryEntry;
import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.SyncKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one cluster at one revision of its DCS. Immutable.
 *
 * @param revision the last revision that changed this cluster here
 * @param observedAt when the console applied it
 * @param systemIdentifier empty while bootstrapping or when the cluster is not initialized
 * @param initialization what the {@code initialize} key says
 * @param leader who holds the leader key; null when nobody
 * @param leaderlessSince since when nobody does, as far as seen; null when somebody does
 * @param lastLeader who was last seen to hold it, now or before; null when nobody was
 * @param members expected and seen, by name
 * @param optime the leader's last published place; null when unknown
 * @param optimeAt when that was first seen here; null when unknown
 * @param failover what was asked for and not yet processed
 * @param history the newest entries, oldest first
 * @param historyTimeline the timeline that follows from the history as Patroni counts it: 1 when it
 *     is empty, 0 when there is none
 * @param failsafe the members that must agree before the leader goes on without the DCS
 * @param configModRevision of the {@code config} key; 0 when absent
 * @param failoverModRevision of the {@code failover} key; 0 when absent
 * @param anomalies gravest first
 * @param ignoredKeys keys below the cluster that this console doesn't understand
 */
public record ClusterState(
    ClusterId id,
    long revision,
    Instant observedAt,
    String systemIdentifier,
    Initialization initialization,
    @Nullable LeaderSeat leader,
    @Nullable Instant leaderlessSince,
    @Nullable MemberName lastLeader,
    List<MemberView> members,
    DynamicConfig config,
    long configModRevision,
    @Nullable Lsn optime,
    @Nullable Instant optimeAt,
    @Nullable FailoverKey failover,
    long failoverModRevision,
    @Nullable SyncKey sync,
    List<HistoryEntry> history,
    int historyTimeline,
    List<MemberName> failsafe,
    WayOut wayOut,
    List<Anomaly> anomalies,
    int ignoredKeys) {

  /** Copies. */
  public ClusterState {
    members = List.copyOf(members);
    history = List.copyOf(history);
    failsafe = List.copyOf(failsafe);
    anomalies = List.copyOf(anomalies);
  }

  /** What the {@code initialize} key says. */
  public enum Initialization {
    /** There is no such key. */
    UNINITIALIZED,
    /** The first node is being made. */
    INITIALIZING,
    /** The cluster has a system identifier. */
    INITIALIZED
  }

  /** A member by name. */
  public Optional<MemberView> member(MemberName name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  /** The member that leads, when it is known. */
  public Optional<MemberView> leadingMember() {
    return leader == null ? Optional.empty() : member(leader.name());
  }

  /** The leader's timeline, or what the history implies; 0 when unknown. */
  public int timeline() {
    var leaders = leadingMember().map(MemberView::timeline).orElse(0);
    return leaders > 0 ? leaders : historyTimeline;
  }

  /** Whether automatic failover is off. */
  public boolean paused() {
    return config.paused();
  }

  /** The gravest anomaly's severity; empty when healthy. */
  public Optional<Severity> severity() {
    return anomalies.stream().map(Anomaly::severity).min(Comparator.naturalOrder());
  }

  /** Where a standby cluster replicates from; empty for an ordinary cluster. */
  public Optional<DynamicConfig.StandbySource> standbySource() {
    return config.standbyCluster();
  }

  /** A switchover that waits for its time in the DCS; empty when there is none. */
  public Optional<FailoverKey> scheduledSwitchover() {
    return Optional.ofNullable(failover).filter(FailoverKey::scheduled);
  }

  /** Whether nothing of it is left in the DCS: only the members that are still expected. */
  public boolean gone() {
    return initialization == Initialization.UNINITIALIZED
        && leader == null
        && configModRevision == 0
        && members.stream().noneMatch(MemberView::seen);
  }

  /** Whether every name may become part of a command. */
  public boolean conforming() {
    return new ClusterName(id.cluster()).conforming()
        && members.stream().allMatch(MemberView::conforming);
  }

  ClusterState with(WayOut wayOut) {
    return with(wayOut, anomalies);
  }

  ClusterState with(List<Anomaly> anomalies) {
    return with(wayOut, anomalies);
  }

  private ClusterState with(WayOut wayOut, List<Anomaly> anomalies) {
    return new ClusterState(
        id,
        revision,
        observedAt,
        systemIdentifier,
        initialization,
        leader,
        leaderlessSince,
        lastLeader,
        members,
        config,
        configModRevision,
        optime,
        optimeAt,
        failover,
        failoverModRevision,
        sync,
        history,
        historyTimeline,
        failsafe,
        wayOut,
        anomalies,
        ignoredKeys);
  }
}

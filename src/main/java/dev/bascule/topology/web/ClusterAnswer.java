package dev.bascule.topology.web;

import dev.bascule.patroni.DynamicConfig;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.Sight;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cluster with all that is known of it. */
@Schema(name = "Cluster")
record ClusterAnswer(
    String dcs,
    String cluster,
    @Schema(description = "Empty while bootstrapping") String systemIdentifier,
    @Schema(description = "uninitialized, initializing or initialized") String initialization,
    @Schema(description = "healthy, or the gravest anomaly: critical, warning, info")
        String severity,
    @Schema(description = "Who holds the leader key; null when nobody does")
        @Nullable String leader,
    @Schema(description = "Since when, if that was seen") @Nullable Instant leaderSince,
    @Schema(description = "Since when nobody does; null while somebody does")
        @Nullable Instant leaderlessSince,
    @Schema(description = "Null when unknown") @Nullable Integer timeline,
    boolean paused,
    @Schema(description = "off, on or quorum") String synchronousMode,
    @Schema(description = "Where it replicates from, of a standby cluster; null otherwise")
        @Nullable Source standbyCluster,
    @Schema(description = "A switchover that waits in the DCS; null when none does")
        @Nullable Scheduled scheduledSwitchover,
    @Schema(description = "Expected and seen members, by name") List<MemberAnswer> members,
    WayOutAnswer wayOut,
    @Schema(description = "What is not as it should be, gravest first")
        List<AnomalyAnswer> anomalies,
    @Schema(description = "Keys below the cluster's that the console doesn't understand")
        int ignoredKeys,
    @Schema(description = "The DCS's revision of the last change") long revision,
    @Schema(description = "When that change was seen") Instant changedAt,
    @Schema(description = "in_sight, connecting or out_of_sight") String sight,
    @Schema(description = "Until when all this is known to hold") Instant observedAt,
    @Schema(description = "Milliseconds since then") long ageMillis) {

  static ClusterAnswer of(ClusterState state, Sight sight, Instant now) {
    var age = ClusterAge.of(state, sight, now);
    var seat = state.leader();
    return new ClusterAnswer(
        state.id().dcs(),
        state.id().cluster(),
        state.systemIdentifier(),
        Words.of(state.initialization()),
        state.severity().map(Words::of).orElse("healthy"),
        seat == null ? null : seat.name().value(),
        seat == null ? null : seat.since(),
        state.leaderlessSince(),
        state.timeline() == 0 ? null : state.timeline(),
        state.paused(),
        Words.of(state.config().synchronous()),
        state.standbySource().map(Source::of).orElse(null),
        state.scheduledSwitchover().map(Scheduled::of).orElse(null),
        state.members().stream().map(MemberAnswer::of).toList(),
        WayOutAnswer.of(state.wayOut()),
        state.anomalies().stream().map(AnomalyAnswer::of).toList(),
        state.ignoredKeys(),
        state.revision(),
        state.observedAt(),
        Words.of(sight),
        age.observedAt(),
        age.ageMillis());
  }

  /** Where a standby cluster replicates from. */
  @Schema(name = "StandbySource")
  record Source(
      String host,
      String port,
      @Schema(description = "Whether it can restore from an archive") boolean archive) {
    static Source of(DynamicConfig.StandbySource source) {
      return new Source(source.host(), source.port(), source.archive());
    }
  }

  /** A switchover that waits. */
  @Schema(name = "ScheduledSwitchover")
  record Scheduled(
      @Schema(description = "As written in the DCS") String at,
      @Schema(description = "Null when not said") @Nullable String from,
      @Schema(description = "Null when any member may lead") @Nullable String to) {
    static Scheduled of(FailoverKey failover) {
      var at = failover.scheduledText();
      return new Scheduled(
          at == null ? "" : at, name(failover.leader()), name(failover.candidate()));
    }

    private static @Nullable String name(@Nullable MemberName member) {
      return member == null ? null : member.value();
    }
  }
}

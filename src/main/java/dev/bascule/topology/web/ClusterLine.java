package dev.bascule.topology.web;

import dev.bascule.topology.Anomaly;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Sight;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cluster in the list. */
@Schema(name = "ClusterLine")
record ClusterLine(
    String dcs,
    String cluster,
    @Schema(description = "healthy, or the gravest anomaly: critical, warning, info")
        String severity,
    @Schema(description = "Codes of its anomalies, gravest first") List<String> anomalies,
    @Schema(description = "Who holds the leader key; null when nobody does")
        @Nullable String leader,
    @Schema(description = "Members expected or seen") int members,
    @Schema(description = "Members whose key is in the DCS") long membersSeen,
    @Schema(description = "How many could take over from the leader now") long canTakeOver,
    @Schema(description = "Null when unknown") @Nullable Integer timeline,
    @Schema(description = "The worst receive or replay lag in bytes; null when none is known")
        @Nullable Long worstLag,
    boolean pendingRestart,
    boolean paused,
    @Schema(description = "The DCS's revision of the last change") long revision,
    @Schema(description = "in_sight, connecting or out_of_sight") String sight,
    @Schema(description = "Until when this is known to hold") Instant observedAt,
    @Schema(description = "Milliseconds since then") long ageMillis) {

  static ClusterLine of(ClusterState state, Sight sight, Instant now) {
    var age = ClusterAge.of(state, sight, now);
    var seat = state.leader();
    return new ClusterLine(
        state.id().dcs(),
        state.id().cluster(),
        state.severity().map(Words::of).orElse("healthy"),
        state.anomalies().stream().map(Anomaly::code).distinct().toList(),
        seat == null ? null : seat.name().value(),
        state.members().size(),
        state.members().stream().filter(MemberView::seen).count(),
        state.wayOut().able(),
        state.timeline() == 0 ? null : state.timeline(),
        worstLag(state),
        state.members().stream().anyMatch(MemberView::pendingRestart),
        state.paused(),
        state.revision(),
        Words.of(sight),
        age.observedAt(),
        age.ageMillis());
  }

  private static @Nullable Long worstLag(ClusterState state) {
    return state.members().stream()
        .flatMap(
            member -> Stream.of(new @Nullable Long[] {member.receiveLag(), member.replayLag()}))
        .filter(Objects::nonNull)
        .max(Long::compare)
        .orElse(null);
  }
}

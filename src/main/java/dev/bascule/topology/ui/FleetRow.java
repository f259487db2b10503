package dev.bascule.topology.ui;

import dev.bascule.inventory.ClusterId;
import dev.bascule.patroni.FailoverKey;
import dev.bascule.topology.Anomaly;
import dev.bascule.topology.CandidateVerdict;
import dev.bascule.topology.ClusterRole;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import dev.bascule.topology.Severity;
import dev.bascule.ui.Glyph;
import dev.bascule.ui.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One cluster as the fleet page shows it, in the reader's words. Two rows are equal when nothing
 * visible differs.
 *
 * @param rank 0 for critical, 1 for a warning, 2 for something good to know, 3 for healthy
 * @param state what is wrong first, or that all is in order
 * @param why its explanation, empty when healthy
 * @param leader the leader's name; null when nobody leads
 * @param members one glyph a member, expected or seen
 * @param noWayOut nobody could take over
 * @param worstLag bytes; null when unknown; -1 when nobody replicates
 * @param search what the filter looks in, lower case
 */
record FleetRow(
    ClusterId id,
    int rank,
    Tone tone,
    String state,
    String why,
    int more,
    Background.@Nullable Environment environment,
    @Nullable String owner,
    @Nullable String leader,
    List<MemberGlyph> members,
    String wayOut,
    boolean noWayOut,
    @Nullable Long worstLag,
    String worstLagText,
    int timeline,
    int pendingRestarts,
    boolean paused,
    @Nullable String scheduled,
    boolean conforming,
    String search) {

  /** Problems first, then production, then by name. */
  static final Comparator<FleetRow> ORDER =
      Comparator.<FleetRow>comparingInt(row -> row.rank)
          .thenComparing((FleetRow row) -> row.environment == null || !row.environment.production())
          .thenComparing(row -> row.id().cluster())
          .thenComparing(row -> row.id().dcs());

  /** A member's glyph with what it means. */
  record MemberGlyph(String glyph, String tone, String title) {}

  /** Whether there is more than something good to know. */
  boolean problem() {
    return rank < 2;
  }

  /** In order, and not paused. */
  boolean healthy() {
    return rank >= 2 && !paused;
  }

  static FleetRow of(ClusterState state, Background.Kept kept, Words words) {
    Optional<Anomaly> first = state.anomalies().stream().findFirst();
    Long lag = worstLag(state);
    String leader = state.leader() == null ? null : state.leader().name().value();
    return new FleetRow(
        state.id(),
        first.map(one -> rank(one.severity())).orElse(3),
        first.map(one -> tone(one.severity())).orElse(Tone.QUIET),
        first.map(words::anomaly).orElseGet(() -> words.texts().get("topology.fleet.healthy")),
        first.map(words::why).orElse(""),
        Math.max(0, state.anomalies().size() - 1),
        kept.environment(),
        kept.owner(),
        leader,
        state.members().stream().map(member -> glyph(member, words)).toList(),
        wayOut(state, words),
        state.leader() != null && state.wayOut().able() == 0,
        lag,
        lag == null ? "?" : lag < 0 ? "" : words.formats().bytes(lag),
        state.timeline(),
        (int) state.members().stream().filter(MemberView::pendingRestart).count(),
        state.paused(),
        scheduled(state, words),
        new dev.bascule.patroni.ClusterName(state.id().cluster()).conforming(),
        search(state, kept));
  }

  static Tone tone(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Tone.CRITICAL;
      case WARNING -> Tone.WARNING;
      case INFO -> Tone.INFO;
    };
  }

  private static int rank(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 0;
      case WARNING -> 1;
      case INFO -> 2;
    };
  }

  private static MemberGlyph glyph(MemberView member, Words words) {
    String name = member.name().value();
    String title =
        words
            .texts()
            .get("ui.named", name, words.role(member.role()) + ", " + words.state(member.state()));
    if (member.presence() instanceof Presence.Absent(var since, var lastRole, var writable)) {
      boolean grave = writable == Presence.Writability.STILL_WRITABLE;
      String absent = words.texts().get("topology.fleet.absent", name, words.formats().full(since));
      return new MemberGlyph(
          grave ? Glyph.OCTAGON.css() : Glyph.DASHED_RING.css(),
          grave ? "critical" : "warning",
          absent + " (" + words.role(lastRole) + ")");
    }
    Tone tone = Words.tone(member);
    if (tone == Tone.CRITICAL || tone == Tone.UNKNOWN) {
      return new MemberGlyph(tone.glyph().css(), tone.css(), title);
    }
    return new MemberGlyph(roleGlyph(member.role()).css(), roleTone(member.role()), title);
  }

  static Glyph roleGlyph(ClusterRole role) {
    return switch (role) {
      case LEADER -> Glyph.CROWN;
      case STANDBY_LEADER -> Glyph.DASHED_CROWN;
      case SYNC_STANDBY, QUORUM_STANDBY -> Glyph.DOUBLE_RING;
      case REPLICA -> Glyph.RING;
    };
  }

  static String roleTone(ClusterRole role) {
    return switch (role) {
      case LEADER -> "leader";
      case STANDBY_LEADER -> "standby-leader";
      case SYNC_STANDBY, QUORUM_STANDBY -> "sync";
      case REPLICA -> "replica";
    };
  }

  /** "2 of 2 can take over", "none: lag, nofailover". */
  static String wayOut(ClusterState state, Words words) {
    List<CandidateVerdict> candidates = state.wayOut().candidates();
    if (candidates.isEmpty()) {
      return words.texts().get("topology.wayout.alone");
    }
    long able = state.wayOut().able();
    if (able > 0) {
      return words.texts().get("topology.wayout.some", able, candidates.size());
    }
    String reasons =
        candidates.stream()
            .flatMap(one -> one.obstacles().stream())
            .map(CandidateVerdict.Obstacle::kind)
            .distinct()
            .limit(3)
            .map(kind -> words.texts().get("topology.wayout." + kind.name()))
            .collect(Collectors.joining(", "));
    return words.texts().get("topology.wayout.none", reasons);
  }

  private static @Nullable Long worstLag(ClusterState state) {
    long worst = -1;
    for (MemberView member : state.members()) {
      if (member.role().leads() || !member.seen()) {
        continue;
      }
      Long receive = member.receiveLag();
      Long replay = member.replayLag();
      if (receive == null && replay == null) {
        return null;
      }
      worst = Math.max(worst, Math.max(receive == null ? 0 : receive, replay == null ? 0 : replay));
    }
    return worst;
  }

  private static @Nullable String scheduled(ClusterState state, Words words) {
    FailoverKey key = state.failover();
    if (key == null || !key.scheduled()) {
      return null;
    }
    return key.scheduledAt() == null
        ? Words.shortened(String.valueOf(key.scheduledText()))
        : words.formats().full(key.scheduledAt());
  }

  private static String search(ClusterState state, Background.Kept kept) {
    StringBuilder all =
        new StringBuilder(state.id().cluster()).append('\n').append(state.id().dcs());
    for (@Nullable String one :
        new @Nullable String[] {
          kept.environmentName().orElse(""), kept.owner(), kept.application(), kept.site()
        }) {
      all.append('\n').append(one == null ? "" : one);
    }
    for (MemberView member : state.members()) {
      all.append('\n').append(member.name().value());
      if (member.host() != null) {
        all.append('\n').append(member.host());
      }
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }
}

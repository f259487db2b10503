package dev.bascule.topology.ui;

import dev.bascule.patroni.FailoverKey;
import dev.bascule.patroni.MemberName;
import dev.bascule.patroni.SynchronousMode;
import dev.bascule.topology.Anomaly;
import dev.bascule.topology.CandidateVerdict;
import dev.bascule.topology.CloserPlace;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import dev.bascule.topology.Severity;
import dev.bascule.topology.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Scene} of a cluster's state. Pure. */
final class SceneMaker {
  private final ClusterState state;
  private final Around around;
  private final Words words;
  private final Map<MemberName, CandidateVerdict> verdicts;

  private SceneMaker(ClusterState state, Around around, Words words) {
    this.state = state;
    this.around = around;
    this.words = words;
    this.verdicts =
        state.wayOut().candidates().stream()
            .collect(Collectors.toMap(CandidateVerdict::member, Function.identity(), (a, _) -> a));
  }

  /**
   * What is drawn besides the state itself.
   *
   * @param site of the whole cluster or of a member, where known
   */
  record Around(
      Sight sight,
      List<Background.DcsMemberSeen> dcsMembers,
      Optional<Background.EntryPoint> entryPoint,
      Function<MemberName, Optional<String>> site,
      Scene.@Nullable Interruption interruption,
      Scene.@Nullable Change change,
      boolean mayAsk) {
    Around {
      dcsMembers = List.copyOf(dcsMembers);
    }
  }

  static Scene make(ClusterState state, Around around, Words words) {
    return new SceneMaker(state, around, words).scene();
  }

  private Scene scene() {
    String leader = state.leader() == null ? null : state.leader().name().value();
    boolean standby = state.config().standbyCluster().isPresent();
    return new Scene(
        state.id().cluster(),
        leader,
        standby,
        state.members().stream().map(this::member).toList(),
        new Scene.Seat(
            millis(state.leaderlessSince()),
            state.leader() == null ? null : millis(state.leader().expiresAt()),
            state.paused()),
        source(),
        around.entryPoint().map(SceneMaker::entry).orElse(null),
        dcs(),
        sync(),
        intent(),
        around.interruption(),
        around.change(),
        state.config().loopWait().toMillis(),
        around.mayAsk() && state.conforming());
  }

  private Scene.Member member(MemberView member) {
    CandidateVerdict verdict = verdicts.get(member.name());
    Presence presence = member.presence();
    boolean leads = member.role().leads();
    CloserPlace closer = CloserPlace.of(member, state).orElse(null);
    Instant at = closer == null ? member.publishedAt() : closer.at();
    return new Scene.Member(
        member.name().value(),
        host(member),
        around.site().apply(member.name()).orElse(null),
        member.tags().replicateFrom().map(MemberName::value).orElse(null),
        code(member.role()),
        Words.stateKind(member.state()).code(),
        words.state(member.state()),
        member.timeline() == 0 ? null : member.timeline(),
        leads && member.location() != null ? member.location().toString() : null,
        closer == null ? member.receiveLag() : closer.receiveLag(),
        closer == null ? member.replayLag() : closer.replayLag(),
        member.seen() && member.readable() ? millis(at) : null,
        switch (presence) {
          case Presence.Seen() -> null;
          case Presence.Absent(Instant since, var lastRole, var writability) ->
              new Scene.Absence(since.toEpochMilli(), code(lastRole), writable(writability));
        },
        !member.readable(),
        badges(member),
        dcsHere(member),
        edge(member),
        verdict != null && verdict.can(),
        verdict == null ? List.of() : words.reasons(verdict),
        verdict != null && verdict.canByHand(),
        verdict == null ? List.of() : words.reasonsByHand(verdict),
        severity(member.name()));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String writable(Presence.Writability writability) {
    return switch (writability) {
      case UNKNOWN -> "unknown";
      case NOT_WRITABLE -> "no";
      case STILL_WRITABLE -> "yes";
    };
  }

  /** The host, only when it says more than the name. */
  private static @Nullable String host(MemberView member) {
    String host = member.host();
    if (host == null || host.equals(member.name().value())) {
      return null;
    }
    return member.port() == 5432 || member.port() == 0 ? host : host + ":" + member.port();
  }

  private boolean dcsHere(MemberView member) {
    return around.dcsMembers().stream()
        .anyMatch(
            dcs ->
                dcs.host().equals(member.host())
                    || dcs.host().equals(member.name().value())
                    || dcs.name().equals(member.name().value()));
  }

  private List<Scene.Badge> badges(MemberView member) {
    List<Scene.Badge> badges = new ArrayList<>();
    if (member.pendingRestart()) {
      badges.add(badge("pending-restart", "warning"));
    }
    var restart = member.scheduledRestart();
    if (restart != null) {
      String at =
          restart.schedule() == null
              ? Words.shortened(restart.text())
              : words.formats().time(restart.schedule(), state.observedAt());
      badges.add(
          new Scene.Badge("scheduled", words.texts().get("topology.badge.scheduled", at), null));
    }
    if (member.tags().noFailover()) {
      badges.add(badge("nofailover", null));
    }
    if (blockedBy(member, CandidateVerdict.Kind.WATCHDOG)) {
      badges.add(badge("watchdog", "warning"));
    }
    String version = member.patroniVersion();
    if (version != null && versionApart(version)) {
      String text = words.texts().get("topology.badge.version", Words.shortened(version));
      badges.add(new Scene.Badge("version", text, null));
    }
    if (member.tags().cloneFrom()) {
      badges.add(badge("clonefrom", null));
    }
    if (member.tags().noSync()) {
      badges.add(badge("nosync", null));
    }
    return badges;
  }

  private Scene.Badge badge(String code, @Nullable String tone) {
    return new Scene.Badge(code, words.texts().get("topology.badge." + code), tone);
  }

  private boolean blockedBy(MemberView member, CandidateVerdict.Kind kind) {
    CandidateVerdict verdict = verdicts.get(member.name());
    return verdict != null && verdict.obstacles().stream().anyMatch(one -> one.kind() == kind);
  }

  private boolean versionApart(String version) {
    return state.members().stream()
        .map(MemberView::patroniVersion)
        .filter(Objects::nonNull)
        .anyMatch(other -> !version.equals(other));
  }

  private Scene.@Nullable Edge edge(MemberView member) {
    if (member.role().leads() || !member.seen()) {
      return null;
    }
    MemberName upstream = member.upstream();
    String from = upstream == null ? null : upstream.value();
    if (from == null && state.leader() == null) {
      return null; // nobody to be fed by
    }
    for (Anomaly anomaly : state.anomalies()) {
      if (anomaly instanceof Anomaly.TimelineApart(var name, int timeline, int leaders)
          && name.equals(member.name())) {
        String label = "TL %d ≠ %d".formatted(timeline, leaders);
        return new Scene.Edge(from, "apart", null, label);
      }
    }
    for (Anomaly anomaly : state.anomalies()) {
      if (anomaly instanceof Anomaly.NotStreaming(var name, var _, Instant since)
          && name.equals(member.name())) {
        return new Scene.Edge(from, "broken", millis(since), null);
      }
    }
    if (!member.readable()) {
      return new Scene.Edge(from, "unknown", null, null);
    }
    return switch (Words.stateKind(member.state())) {
      case STREAMING -> new Scene.Edge(from, "streaming", null, null);
      case ARCHIVE -> new Scene.Edge(from, "archive", null, null);
      case RUNNING, UNKNOWN -> new Scene.Edge(from, "unknown", null, null);
      case BUSY, STOPPED, FAILED -> null;
    };
  }

  private @Nullable String severity(MemberName member) {
    return state.anomalies().stream()
        .filter(anomaly -> member.equals(anomaly.member()))
        .map(Anomaly::severity)
        .min(java.util.Comparator.naturalOrder())
        .filter(severity -> severity != Severity.INFO)
        .map(SceneMaker::code)
        .orElse(null);
  }

  private Scene.@Nullable Source source() {
    return state
        .config()
        .standbyCluster()
        .map(
            standby -> {
              String port = standby.port().isEmpty() ? "" : ":" + standby.port();
              String label = standby.host().isEmpty() ? "archive" : standby.host() + port;
              String kind = kindOfSource(standby.host().isEmpty());
              return new Scene.Source(Words.shortened(label), null, kind);
            })
        .orElse(null);
  }

  private String kindOfSource(boolean archiveOnly) {
    if (archiveOnly) {
      return "archive";
    }
    return state.leadingMember().filter(MemberView::streaming).isPresent()
        ? "streaming"
        : "unknown";
  }

  private static Scene.Entry entry(Background.EntryPoint entry) {
    return new Scene.Entry(
        entry.kind(),
        entry.address(),
        entry.holders().stream().map(MemberName::value).toList(),
        millis(entry.nobodySince()));
  }

  private Scene.Dcs dcs() {
    List<Scene.DcsMember> members =
        around.dcsMembers().stream()
            .map(one -> new Scene.DcsMember(one.name(), one.state()))
            .toList();
    var mayGo = state.wayOut().dcsMembersThatMayGo();
    Sight sight = around.sight();
    return new Scene.Dcs(
        state.id().dcs(),
        members,
        mayGo.isPresent() ? mayGo.getAsInt() : null,
        switch (sight) {
          case Sight.InSight(_, long revision, _) -> Math.max(revision, state.revision());
          case Sight.Connecting _, Sight.OutOfSight _ -> state.revision();
        },
        millis(sight.lastSeen()),
        sight instanceof Sight.OutOfSight);
  }

  private Scene.Sync sync() {
    SynchronousMode mode = state.config().synchronousMode();
    var key = state.sync();
    int of = key == null ? 0 : key.standbys().size();
    return switch (mode) {
      case OFF -> new Scene.Sync("off", false, 0, 0);
      case ON -> new Scene.Sync("sync", state.config().synchronousModeStrict(), of, of);
      case QUORUM ->
          new Scene.Sync(
              "quorum", state.config().synchronousModeStrict(), key == null ? 0 : key.quorum(), of);
    };
  }

  private Scene.@Nullable Intent intent() {
    FailoverKey key = state.failover();
    if (key == null) {
      return null;
    }
    MemberName from = key.leader();
    MemberName to = key.candidate();
    return new Scene.Intent(
        from == null ? null : from.value(),
        to == null ? null : to.value(),
        key.scheduled()
            ? millis(Optional.ofNullable(key.scheduledAt()).orElse(Instant.MAX))
            : null);
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    if (at == null) {
      return null;
    }
    return at.equals(Instant.MAX) ? Long.valueOf(Long.MAX_VALUE) : Long.valueOf(at.toEpochMilli());
  }
}

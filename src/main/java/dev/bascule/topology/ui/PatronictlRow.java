package dev.bascule.topology.ui;

import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.MemberName;
import dev.bascule.topology.CandidateVerdict;
import dev.bascule.topology.CloserPlace;
import dev.bascule.topology.ClusterRole;
import dev.bascule.topology.ClusterState;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import dev.bascule.ui.Tone;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A member in patronictl's own words and values: roles and states as Patroni writes them, lag in
 * whole MB. Empty where patronictl shows nothing. Pure.
 *
 * @param exactReceiveLag in bytes, for those who ask for more
 * @param asked whether the member itself was asked, and its places are not those of the DCS
 * @param reasons why it can't take over, in the reader's language
 */
record PatronictlRow(
    MemberName name,
    String host,
    String role,
    String state,
    Tone tone,
    String timeline,
    String receiveLsn,
    String receiveLag,
    String exactReceiveLag,
    String replayLsn,
    String replayLag,
    String exactReplayLag,
    String pendingRestart,
    String reason,
    String scheduledRestart,
    String tags,
    Presence presence,
    boolean leads,
    List<String> reasons,
    String modRevision,
    boolean asked,
    @Nullable Instant publishedAt) {

  private static final long MEGABYTE = 1024L * 1024;

  boolean absent() {
    return presence instanceof Presence.Absent;
  }

  static List<PatronictlRow> of(ClusterState state, Words words) {
    boolean ports = portsMatter(state.members());
    return state.members().stream().map(member -> of(member, state, words, ports)).toList();
  }

  private static PatronictlRow of(
      MemberView member, ClusterState state, Words words, boolean ports) {
    boolean leads = member.role().leads();
    boolean follows = !leads && member.seen();
    CloserPlace closer = CloserPlace.of(member, state).orElse(null);
    Lsn received = closer == null ? member.receiveLsn() : closer.received();
    Lsn replayed = closer == null ? member.replayLsn() : closer.replayed();
    Long receiveLag = closer == null ? member.receiveLag() : closer.receiveLag();
    Long replayLag = closer == null ? member.replayLag() : closer.replayLag();
    return new PatronictlRow(
        member.name(),
        host(member, ports),
        role(member.role()),
        stateText(member, words),
        Words.tone(member),
        member.timeline() == 0 ? "" : Integer.toString(member.timeline()),
        follows ? lsn(received) : "",
        follows ? lag(receiveLag) : "",
        exact(receiveLag, words),
        follows ? lsn(replayed) : "",
        follows ? lag(replayLag) : "",
        exact(replayLag, words),
        member.pendingRestart() ? "*" : "",
        member.pendingRestartReason().entrySet().stream()
            .map(
                change ->
                    Words.shortened(
                        change.getKey()
                            + ": "
                            + change.getValue().oldValue()
                            + "->"
                            + change.getValue().newValue()))
            .collect(Collectors.joining("\n")),
        member.scheduledRestart() == null ? "" : Words.shortened(member.scheduledRestart().text()),
        member.tags().values().entrySet().stream()
            .map(tag -> Words.shortened(tag.getKey() + ": " + tag.getValue()))
            .collect(Collectors.joining("\n")),
        member.presence(),
        leads,
        state.wayOut().candidates().stream()
            .filter(verdict -> verdict.member().equals(member.name()))
            .findFirst()
            .map((CandidateVerdict verdict) -> words.reasons(verdict))
            .orElse(List.of()),
        Long.toString(member.modRevision()),
        closer != null,
        closer == null ? member.publishedAt() : closer.at());
  }

  /** As patronictl: with the port if any isn't 5432, or when two members share a host. */
  private static boolean portsMatter(List<MemberView> members) {
    long hosts = members.stream().map(MemberView::host).distinct().count();
    return hosts < members.size()
        || members.stream().anyMatch(member -> member.port() != 5432 && member.port() != 0);
  }

  private static String host(MemberView member, boolean ports) {
    String host = member.host();
    if (host == null) {
      return "";
    }
    return ports && member.port() != 0 ? host + ":" + member.port() : host;
  }

  private static String role(ClusterRole role) {
    return switch (role) {
      case LEADER -> "Leader";
      case STANDBY_LEADER -> "Standby Leader";
      case SYNC_STANDBY -> "Sync Standby";
      case QUORUM_STANDBY -> "Quorum Standby";
      case REPLICA -> "Replica";
    };
  }

  private static String stateText(MemberView member, Words words) {
    if (member.presence() instanceof Presence.Absent(var since, var lastRole, var writability)) {
      String at = words.formats().full(since);
      return writability == Presence.Writability.STILL_WRITABLE
          ? words.texts().get("topology.state.writable", at)
          : words.texts().get("topology.state.absent", at, words.role(lastRole));
    }
    return member.readable()
        ? Words.shortened(member.state())
        : words.texts().get("topology.state.unreadable");
  }

  private static String lsn(@Nullable Lsn lsn) {
    return lsn == null ? "unknown" : lsn.toString();
  }

  private static String lag(@Nullable Long bytes) {
    return bytes == null ? "unknown" : Long.toString(Math.round((double) bytes / MEGABYTE));
  }

  private static String exact(@Nullable Long bytes, Words words) {
    return bytes == null ? "" : words.formats().exactBytes(bytes);
  }
}

package dev.bascule.topology.web;

import dev.bascule.patroni.Lsn;
import dev.bascule.patroni.ScheduledRestart;
import dev.bascule.topology.ClusterRole;
import dev.bascule.topology.MemberView;
import dev.bascule.topology.Presence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member of a cluster. */
@Schema(name = "Member")
record MemberAnswer(
    String name,
    @Schema(description = "Null when unknown") @Nullable String host,
    @Schema(description = "Null when unknown") @Nullable Integer port,
    @Schema(description = "leader, standby_leader, sync_standby, quorum_standby or replica")
        String role,
    @Schema(description = "As patronictl shows it; empty when unknown") String state,
    @Schema(description = "Null when unknown") @Nullable Integer timeline,
    @Schema(description = "Null for the leader and when unknown", example = "0/3051B58")
        @Nullable String receiveLsn,
    @Schema(description = "Bytes; null for the leader and when unknown") @Nullable Long receiveLag,
    @Schema(description = "Null for the leader and when unknown", example = "0/3051B58")
        @Nullable String replayLsn,
    @Schema(description = "Bytes; null for the leader and when unknown") @Nullable Long replayLag,
    boolean pendingRestart,
    @Schema(description = "The parameters that wait for it") List<Parameter> pendingRestartReasons,
    @Schema(description = "A restart that the node keeps for later; null for none")
        @Nullable Restart scheduledRestart,
    Map<String, String> tags,
    @Schema(description = "The member it replicates from, when that is not the leader")
        @Nullable String replicatesFrom,
    @Schema(description = "Null when unknown") @Nullable String patroniVersion,
    @Schema(description = "When these values were first seen; null when absent")
        @Nullable Instant publishedAt,
    @Schema(description = "Why its key can't be read; null when it can")
        @Nullable String unreadable,
    @Schema(description = "Null while its key is in the DCS") @Nullable Absence absent) {

  static MemberAnswer of(MemberView member) {
    return new MemberAnswer(
        member.name().value(),
        member.host(),
        member.port() == 0 ? null : member.port(),
        Words.of(member.role()),
        member.state(),
        member.timeline() == 0 ? null : member.timeline(),
        text(member.receiveLsn()),
        member.receiveLag(),
        text(member.replayLsn()),
        member.replayLag(),
        member.pendingRestart(),
        member.pendingRestartReason().entrySet().stream()
            .map(
                reason ->
                    new Parameter(
                        reason.getKey(),
                        reason.getValue().oldValue(),
                        reason.getValue().newValue()))
            .toList(),
        Restart.of(member.scheduledRestart()),
        member.tags().values(),
        member.upstream() == null ? null : member.upstream().value(),
        member.patroniVersion(),
        member.publishedAt(),
        member.unreadableReason(),
        Absence.of(member.presence()));
  }

  private static @Nullable String text(@Nullable Lsn lsn) {
    return lsn == null ? null : lsn.toString();
  }

  /** A parameter whose new value waits for a restart. */
  @Schema(name = "PendingParameter")
  record Parameter(String parameter, String oldValue, String newValue) {}

  /** A restart kept for later. */
  @Schema(name = "ScheduledRestart")
  record Restart(
      @Schema(description = "As the member publishes it") String at,
      @Schema(description = "Only if a restart is pending then") boolean onlyIfPending,
      @Schema(description = "Only if PostgreSQL is older; null for any")
          @Nullable String olderThan) {
    static @Nullable Restart of(@Nullable ScheduledRestart restart) {
      return restart == null
          ? null
          : new Restart(restart.text(), restart.onlyIfPending(), restart.olderThan());
    }
  }

  /** Since when a member is not there. */
  @Schema(name = "Absence")
  record Absence(
      Instant since,
      @Schema(description = "The role it had") String lastRole,
      @Schema(
              description =
                  "Whether PostgreSQL there takes writes: unknown, not_writable or"
                      + " still_writable")
          String writability) {
    static @Nullable Absence of(Presence presence) {
      return switch (presence) {
        case Presence.Seen() -> null;
        case Presence.Absent(
                Instant since,
                ClusterRole lastRole,
                Presence.Writability writability) ->
            new Absence(since, Words.of(lastRole), Words.of(writability));
      };
    }
  }
}

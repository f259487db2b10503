package dev.bascule.topology.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.topology.Journal;
import dev.bascule.topology.JournalEntry;
import dev.bascule.topology.JournalEntry.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The journal by plain SQL that both databases understand alike. */
@Component
class StoredJournal implements Journal {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 4000;

  /** What a request of Bascule's own may be the cause of. */
  private static final Set<Kind> OWN =
      Set.of(
          Kind.LEADER_CHANGED,
          Kind.LEADER_LOST,
          Kind.SWITCHOVER_SCHEDULED,
          Kind.SWITCHOVER_UNSCHEDULED);

  /** What a request may have done to the member that it was about. */
  private static final Set<Kind> OF_MEMBER =
      Set.of(Kind.MEMBER_ABSENT, Kind.MEMBER_BACK, Kind.MEMBER_STATE);

  private final JdbcClient sql;

  StoredJournal(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  @Transactional(readOnly = true)
  public List<JournalEntry> entries(ClusterId cluster, long beforeSeq, int limit) {
    return sql.sql(
            "select * from journal_entry where dcs = ? and cluster = ? and seq < ? order by seq desc fetch first "
                + Math.clamp(limit, 1, 1000)
                + " rows only")
        .params(cluster.dcs(), cluster.cluster(), beforeSeq)
        .query((row, number) -> entry(cluster, row))
        .list();
  }

  @Override
  @Transactional
  public void attribute(ClusterId cluster, Attribution attribution) {
    var interruption = attribution.interruption();
    var member = attribution.member();
    var millis = interruption == null ? null : interruption.toMillis();
    sql.sql("delete from journal_attribution where change_id = ?")
        .params(attribution.changeId())
        .update();
    sql.sql(
            "insert into journal_attribution (change_id, dcs, cluster, actor, reason, begins, ends, interruption_millis, member) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                attribution.changeId(),
                cluster.dcs(),
                cluster.cluster(),
                attribution.actor(),
                attribution.reason(),
                time(attribution.from()),
                time(attribution.until()),
                millis,
                member == null ? null : member.value()))
        .update();
    if (member != null) {
      ofMember(cluster, attribution, member.value());
    }
    for (var kind : OWN) {
      sql.sql(
              "update journal_entry set change_id = ?, actor = ?, reason = ?, interruption_millis = ? where dcs = ? and cluster = ? and kind = ? and at between ? and ?")
          .params(
              Arrays.asList(
                  attribution.changeId(),
                  attribution.actor(),
                  attribution.reason(),
                  kind == Kind.LEADER_CHANGED ? millis : null,
                  cluster.dcs(),
                  cluster.cluster(),
                  kind.name(),
                  time(attribution.from()),
                  time(attribution.until())))
          .update();
    }
  }

  /**
   * Keeps what happened with one step and what the cluster was like after it, all or nothing.
   *
   * @param seen null when it is gone
   * @param promotedTo the timeline that the leader of an earlier entry came out on; null for none
   */
  @Transactional
  void keep(
      ClusterId cluster,
      Instant at,
      long revision,
      List<JournalRules.Event> events,
      @Nullable LastSeen seen,
      @Nullable String promotedTo) {
    keep(cluster, at, revision, events);
    if (promotedTo != null) {
      promoted(cluster, promotedTo);
    }
    sql.sql("delete from journal_seen where dcs = ? and cluster = ?")
        .params(cluster.dcs(), cluster.cluster())
        .update();
    if (seen != null) {
      seen(cluster, seen);
    }
  }

  /** Keeps what happened; what a request of Bascule's own did is marked so. */
  @Transactional
  void keep(ClusterId cluster, Instant at, long revision, List<JournalRules.Event> events) {
    for (var event : events) {
      var own = own(cluster, at, event);
      sql.sql(
              "insert into journal_entry (dcs, cluster, at, kind, arguments, revision, change_id, actor, reason, interruption_millis) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              Arrays.asList(
                  cluster.dcs(),
                  cluster.cluster(),
                  time(at),
                  event.kind().name(),
                  arguments(event.arguments()),
                  revision,
                  own == null ? null : own.changeId(),
                  own == null ? null : own.actor(),
                  own == null ? null : own.reason(),
                  own == null || event.kind() != Kind.LEADER_CHANGED
                      ? null
                      : own.interruptionMillis()))
          .update();
    }
  }

  /** What is there already of the member that it was about. */
  private void ofMember(ClusterId cluster, Attribution attribution, String member) {
    for (var entry : entries(cluster, Long.MAX_VALUE, 1000)) {
      if (OF_MEMBER.contains(entry.kind())
          && !entry.at().isBefore(attribution.from())
          && !entry.at().isAfter(attribution.until())
          && entry.arguments().getFirst().equals(member)) {
        sql.sql("update journal_entry set change_id = ?, actor = ?, reason = ? where seq = ?")
            .params(
                Arrays.asList(
                    attribution.changeId(), attribution.actor(), attribution.reason(), entry.seq()))
            .update();
      }
    }
  }

  private @Nullable Own own(ClusterId cluster, Instant at, JournalRules.Event event) {
    if (OWN.contains(event.kind())) {
      return attribution(cluster, at);
    }
    if (!OF_MEMBER.contains(event.kind())) {
      return null;
    }
    var own = attribution(cluster, at);
    return own != null && event.arguments().getFirst().equals(own.member()) ? own : null;
  }

  /** Writes down on which timeline the newest leader came out. */
  @Transactional
  void promoted(ClusterId cluster, String timeline) {
    entries(cluster, Long.MAX_VALUE, 50).stream()
        .filter(entry -> entry.kind() == Kind.LEADER_CHANGED)
        .findFirst()
        .filter(entry -> entry.arguments().size() == 3)
        .filter(entry -> !entry.arguments().get(2).equals(timeline))
        .ifPresent(
            entry ->
                sql.sql("update journal_entry set arguments = ? where seq = ?")
                    .params(
                        arguments(
                            List.of(entry.arguments().get(0), entry.arguments().get(1), timeline)),
                        entry.seq())
                    .update());
  }

  /** What a cluster was like when the console last looked. */
  @Transactional(readOnly = true)
  Optional<LastSeen> lastSeen(ClusterId cluster) {
    return sql.sql("select * from journal_seen where dcs = ? and cluster = ?")
        .params(cluster.dcs(), cluster.cluster())
        .query(
            (row, number) ->
                new LastSeen(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("leader"),
                    row.getLong("reign"),
                    row.getLong("config_revision"),
                    row.getBoolean("paused")))
        .optional();
  }

  private void seen(ClusterId cluster, LastSeen seen) {
    sql.sql(
            "insert into journal_seen (dcs, cluster, at, leader, reign, config_revision, paused) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            cluster.dcs(),
            cluster.cluster(),
            time(seen.at()),
            seen.leader(),
            seen.reign(),
            seen.configRevision(),
            seen.paused())
        .update();
  }

  /** The revision of the newest entry of a cluster; 0 when there is none. */
  @Transactional(readOnly = true)
  long newestRevision(ClusterId cluster) {
    return sql.sql(
            "select coalesce(max(revision), 0) from journal_entry where dcs = ? and cluster = ?")
        .params(cluster.dcs(), cluster.cluster())
        .query(Long.class)
        .single();
  }

  private record Own(
      String changeId,
      String actor,
      String reason,
      @Nullable Long interruptionMillis,
      @Nullable String member) {}

  private @Nullable Own attribution(ClusterId cluster, Instant at) {
    return sql.sql(
            "select * from journal_attribution where dcs = ? and cluster = ? and ? between begins and ends order by begins desc fetch first 1 rows only")
        .params(cluster.dcs(), cluster.cluster(), time(at))
        .query(
            (row, number) ->
                new Own(
                    row.getString("change_id"),
                    row.getString("actor"),
                    row.getString("reason"),
                    number(row, "interruption_millis"),
                    row.getString("member")))
        .optional()
        .orElse(null);
  }

  private static String arguments(List<String> arguments) {
    var text = JSON.writeValueAsString(arguments);
    return text.length() <= LONGEST
        ? text
        : JSON.writeValueAsString(
            arguments.stream()
                .map(one -> one.length() > 200 ? one.substring(0, 200) + "…" : one)
                .toList());
  }

  private static JournalEntry entry(ClusterId cluster, ResultSet row) throws SQLException {
    return new JournalEntry(
        row.getLong("seq"),
        cluster,
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Kind.valueOf(row.getString("kind")),
        List.of(JSON.readValue(row.getString("arguments"), String[].class)),
        row.getLong("revision"),
        row.getString("change_id"),
        row.getString("actor"),
        row.getString("reason"),
        number(row, "interruption_millis"));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    var value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}

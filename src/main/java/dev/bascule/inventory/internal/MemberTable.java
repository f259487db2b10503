package dev.bascule.inventory.internal;

import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.MemberRecord;
import dev.bascule.patroni.MemberName;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of expected members; callers hold the transaction. */
@Component
final class MemberTable {
  private final JdbcClient sql;

  MemberTable(DataSource source) {
    this.sql = JdbcClient.create(source);
  }

  /** A member and the cluster that it belongs to. */
  record Row(ClusterId cluster, MemberRecord member) {}

  /** Those that nobody retired. */
  List<Row> expected() {
    return sql.sql("select * from expected_member where retired_at is null")
        .query(
            (row, number) ->
                new Row(
                    new ClusterId(row.getString("dcs"), row.getString("cluster")),
                    new MemberRecord(
                        new MemberName(row.getString("member")),
                        row.getString("last_role"),
                        row.getString("host"),
                        row.getInt("port"),
                        row.getString("api_url"),
                        Sql.instant(row, "first_seen"),
                        Sql.instantOrNull(row, "absent_since"))))
        .list();
  }

  /** Writes one, retired before or not; it is expected afterwards. */
  void put(ClusterId cluster, MemberRecord member) {
    int updated =
        sql.sql(
                """
                update expected_member set last_role = ?, host = ?, port = ?, api_url = ?, absent_since = ?,
                  retired_at = null, retired_by = null, retired_because = null
                where dcs = ? and cluster = ? and member = ?\
                """)
            .params(
                Sql.row(
                    member.lastRole(),
                    member.host(),
                    member.port(),
                    member.apiUrl(),
                    Sql.time(member.absentSince()),
                    cluster.dcs(),
                    cluster.cluster(),
                    member.name().value()))
            .update();
    if (updated == 0) {
      sql.sql(
              """
              insert into expected_member
                (dcs, cluster, member, last_role, host, port, api_url, first_seen, absent_since)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
              """)
          .params(
              Sql.row(
                  cluster.dcs(),
                  cluster.cluster(),
                  member.name().value(),
                  member.lastRole(),
                  member.host(),
                  member.port(),
                  member.apiUrl(),
                  Sql.time(member.firstSeen()),
                  Sql.time(member.absentSince())))
          .update();
    }
  }

  /** Ends one being expected, if it is absent. */
  boolean retire(ClusterId cluster, MemberName member, Instant at, String by, String because) {
    return sql.sql(
                """
                update expected_member set retired_at = ?, retired_by = ?, retired_because = ?
                where dcs = ? and cluster = ? and member = ? and retired_at is null and absent_since is not null\
                """)
            .params(
                Sql.row(
                    Sql.time(at), by, because, cluster.dcs(), cluster.cluster(), member.value()))
            .update()
        > 0;
  }
}

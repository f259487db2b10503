package dev.bascule.inventory.internal;

import dev.bascule.inventory.ClusterDetails;
import dev.bascule.inventory.ClusterId;
import dev.bascule.inventory.Criticality;
import dev.bascule.inventory.EntryPoint;
import dev.bascule.inventory.Unacceptable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of clusters; callers hold the transaction. */
@Component
final class ClusterTable {
  private static final Logger log = LoggerFactory.getLogger(ClusterTable.class);

  private final JdbcClient sql;

  ClusterTable(DataSource source) {
    this.sql = JdbcClient.create(source);
  }

  /** A cluster as its row has it. */
  record Row(ClusterId id, ClusterDetails details, Instant firstSeen, long version) {}

  List<Row> list() {
    return sql.sql("select * from cluster_record")
        .query(
            (row, number) ->
                new Row(
                    new ClusterId(row.getString("dcs"), row.getString("cluster")),
                    details(row),
                    Sql.instant(row, "first_seen"),
                    row.getLong("version")))
        .list();
  }

  private static ClusterDetails details(ResultSet row) throws SQLException {
    var tags = row.getString("tags");
    return new ClusterDetails(
        Sql.nullToEmpty(row.getString("environment")),
        row.getString("site"),
        row.getString("application"),
        row.getString("owner"),
        row.getString("on_call"),
        criticality(row.getString("criticality")),
        runbook(row.getString("runbook")),
        tags.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(tags.split("\n"))),
        entryPoint(row.getString("entry_kind"), row.getString("entry_address")));
  }

  private static @Nullable Criticality criticality(@Nullable String code) {
    return code == null ? null : Criticality.parse(code).orElse(null);
  }

  /** One bad value that somebody wrote by SQL must not hide the whole inventory. */
  private static String runbook(String kept) {
    if (kept.isEmpty() || ClusterDetails.isRunbook(kept)) {
      return kept;
    }
    log.warn("A kept runbook is no https address, it is left out: {}", Texts.cut(kept, 100));
    return "";
  }

  private static @Nullable EntryPoint entryPoint(@Nullable String kind, @Nullable String address) {
    if (kind == null || address == null) {
      return null;
    }
    try {
      return new EntryPoint(kind, address);
    } catch (Unacceptable e) {
      log.warn("A kept entry point is none, it is left out: {}", e.getMessage());
      return null;
    }
  }

  boolean exists(ClusterId id) {
    return sql.sql("select count(*) from cluster_record where dcs = ? and cluster = ?")
            .params(Sql.row(id.dcs(), id.cluster()))
            .query(Integer.class)
            .single()
        > 0;
  }

  void insert(ClusterId id, Instant firstSeen) {
    sql.sql(
            """
            insert into cluster_record (dcs, cluster, site, application, owner, on_call, runbook, tags,
              first_seen, version)
            values (?, ?, '', '', '', '', '', '', ?, 0)\
            """)
        .params(Sql.row(id.dcs(), id.cluster(), Sql.time(firstSeen)))
        .update();
  }

  /** Writes it if the row still has the version; counts it up. */
  boolean update(ClusterId id, long version, ClusterDetails details) {
    var criticality = details.criticality();
    var entry = details.entryPoint();
    return sql.sql(
                """
                update cluster_record set environment = ?, site = ?, application = ?, owner = ?, on_call = ?,
                  criticality = ?, runbook = ?, tags = ?, entry_kind = ?, entry_address = ?, version = version + 1
                where dcs = ? and cluster = ? and version = ?\
                """)
            .params(
                Sql.row(
                    Sql.emptyToNull(details.environment()),
                    details.site(),
                    details.application(),
                    details.owner(),
                    details.onCall(),
                    criticality == null ? null : criticality.code(),
                    details.runbook(),
                    String.join("\n", details.tags()),
                    entry == null ? null : entry.kind(),
                    entry == null ? null : entry.address(),
                    id.dcs(),
                    id.cluster(),
                    version))
            .update()
        > 0;
  }

  void delete(ClusterId id) {
    sql.sql("delete from cluster_record where dcs = ? and cluster = ?")
        .params(Sql.row(id.dcs(), id.cluster()))
        .update();
  }
}

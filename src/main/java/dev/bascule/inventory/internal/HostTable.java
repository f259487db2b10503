package dev.bascule.inventory.internal;

import dev.bascule.inventory.HostAddress;
import dev.bascule.inventory.HostAlarm;
import dev.bascule.inventory.HostDraft;
import dev.bascule.inventory.HostId;
import dev.bascule.inventory.PinnedKey;
import dev.bascule.ssh.HostKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of hosts and their confirmed keys; callers hold the transaction. */
@Component
final class HostTable {
  private final JdbcClient sql;

  HostTable(DataSource source) {
    this.sql = JdbcClient.create(source);
  }

  /**
   * A host as its row has it.
   *
   * @param resolved the addresses that its name had when a person last looked
   */
  record Row(
      HostId id, HostDraft draft, List<String> resolved, @Nullable HostAlarm alarm, long version) {}

  List<Row> list() {
    return sql.sql("select * from host order by name").query((row, number) -> read(row)).list();
  }

  private static Row read(ResultSet row) throws SQLException {
    var presented = row.getString("alarm_fingerprint");
    return new Row(
        new HostId(row.getObject("id", UUID.class)),
        new HostDraft(
            row.getString("name"),
            new HostAddress(row.getString("address")),
            row.getInt("port"),
            row.getString("environment"),
            row.getString("site")),
        Sql.words(row.getString("resolved")),
        presented == null ? null : new HostAlarm(presented, Sql.instant(row, "alarm_at")),
        row.getLong("version"));
  }

  Map<HostId, List<PinnedKey>> keys() {
    var found = new HashMap<HostId, List<PinnedKey>>();
    sql.sql("select * from host_key order by confirmed_at")
        .query(
            row -> {
              found
                  .computeIfAbsent(
                      new HostId(row.getObject("host", UUID.class)), id -> new ArrayList<>())
                  .add(
                      new PinnedKey(
                          new HostKey(row.getString("type"), row.getString("fingerprint")),
                          Sql.instant(row, "confirmed_at"),
                          row.getString("confirmed_by")));
            });
    return found;
  }

  void insert(HostId id, HostDraft draft, List<String> resolved) {
    sql.sql(
            """
            insert into host (id, name, address, port, environment, site, resolved, version)
            values (?, ?, ?, ?, ?, ?, ?, 1)\
            """)
        .params(
            Sql.row(
                id.value(),
                draft.name(),
                draft.address().value(),
                draft.port(),
                draft.environment(),
                draft.site(),
                String.join(" ", resolved)))
        .update();
  }

  /** Writes it if the row still has the version; counts it up. */
  boolean update(HostId id, long version, HostDraft draft, List<String> resolved) {
    return sql.sql(
                """
                update host set name = ?, address = ?, port = ?, environment = ?, site = ?, resolved = ?,
                  version = version + 1 where id = ? and version = ?\
                """)
            .params(
                Sql.row(
                    draft.name(),
                    draft.address().value(),
                    draft.port(),
                    draft.environment(),
                    draft.site(),
                    String.join(" ", resolved),
                    id.value(),
                    version))
            .update()
        > 0;
  }

  void delete(HostId id) {
    sql.sql("delete from host where id = ?").param(id.value()).update();
  }

  void forgetKeys(HostId id) {
    sql.sql("delete from host_key where host = ?").param(id.value()).update();
  }

  void pin(HostId id, PinnedKey key, List<String> resolved) {
    forgetKeys(id);
    sql.sql(
            """
            insert into host_key (host, type, fingerprint, confirmed_at, confirmed_by)
            values (?, ?, ?, ?, ?)\
            """)
        .params(
            Sql.row(
                id.value(),
                key.key().type(),
                key.key().fingerprint(),
                Sql.time(key.at()),
                key.by()))
        .update();
    sql.sql(
            """
            update host set alarm_fingerprint = null, alarm_at = null, resolved = ? where id = ?\
            """)
        .params(Sql.row(String.join(" ", resolved), id.value()))
        .update();
  }

  /** Raises the alarm; false if it was raised for this very key already. */
  boolean alarm(HostId id, String presented, Instant at) {
    return sql.sql(
                """
                update host set alarm_fingerprint = ?, alarm_at = ?
                where id = ? and (alarm_fingerprint is null or alarm_fingerprint <> ?)\
                """)
            .params(Sql.row(presented, Sql.time(at), id.value(), presented))
            .update()
        > 0;
  }
}

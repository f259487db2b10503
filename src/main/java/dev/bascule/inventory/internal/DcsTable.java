package dev.bascule.inventory.internal;

import dev.bascule.inventory.ClusterId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of DCS endpoints and REST identities; callers hold the transaction. */
@Component
final class DcsTable {
  private final JdbcClient sql;

  DcsTable(DataSource source) {
    this.sql = JdbcClient.create(source);
  }

  List<DcsRow> list() {
    return sql.sql("select * from dcs order by name")
        .query(
            (row, number) ->
                new DcsRow(
                    row.getString("name"),
                    Sql.words(row.getString("endpoints")),
                    row.getString("prefix"),
                    Sql.nullToEmpty(row.getString("environment")),
                    row.getString("ca_pem"),
                    row.getString("certificate_pem"),
                    row.getObject("key_secret", UUID.class),
                    row.getString("username"),
                    row.getObject("password_secret", UUID.class),
                    Sql.instant(row, "since"),
                    row.getLong("version")))
        .list();
  }

  void insert(DcsRow dcs) {
    sql.sql(
            """
            insert into dcs (name, endpoints, prefix, environment, ca_pem, certificate_pem, key_secret,
              username, password_secret, since, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)\
            """)
        .params(
            Sql.row(
                dcs.name(),
                String.join(" ", dcs.endpoints()),
                dcs.prefix(),
                Sql.emptyToNull(dcs.environment()),
                dcs.caPem(),
                dcs.certificatePem(),
                dcs.key(),
                dcs.user(),
                dcs.password(),
                Sql.time(dcs.since())))
        .update();
  }

  /** Writes it if the row still has the version; counts it up. */
  boolean update(DcsRow dcs) {
    return sql.sql(
                """
                update dcs set endpoints = ?, prefix = ?, environment = ?, ca_pem = ?, certificate_pem = ?,
                  key_secret = ?, username = ?, password_secret = ?, version = version + 1
                where name = ? and version = ?\
                """)
            .params(
                Sql.row(
                    String.join(" ", dcs.endpoints()),
                    dcs.prefix(),
                    Sql.emptyToNull(dcs.environment()),
                    dcs.caPem(),
                    dcs.certificatePem(),
                    dcs.key(),
                    dcs.user(),
                    dcs.password(),
                    dcs.name(),
                    dcs.version()))
            .update()
        > 0;
  }

  void delete(String name) {
    sql.sql("delete from dcs where name = ?").param(name).update();
  }

  /** REST identities: of a whole DCS under its name alone, of a cluster under both. */
  Map<Owner, DcsRow.Rest> rest() {
    var found = new HashMap<Owner, DcsRow.Rest>();
    sql.sql("select * from rest_identity")
        .query(
            row -> {
              found.put(
                  new Owner(row.getString("dcs"), row.getString("cluster")),
                  new DcsRow.Rest(
                      row.getString("ca_pem"),
                      row.getString("certificate_pem"),
                      row.getObject("key_secret", UUID.class)));
            });
    return found;
  }

  /** Puts one in the place of what there was. */
  void put(Owner owner, Optional<DcsRow.Rest> rest) {
    sql.sql("delete from rest_identity where dcs = ? and cluster = ?")
        .params(Sql.row(owner.dcs(), owner.cluster()))
        .update();
    rest.ifPresent(
        one ->
            sql.sql(
                    """
                    insert into rest_identity (dcs, cluster, ca_pem, certificate_pem, key_secret)
                    values (?, ?, ?, ?, ?)\
                    """)
                .params(
                    Sql.row(
                        owner.dcs(), owner.cluster(), one.caPem(), one.certificatePem(), one.key()))
                .update());
  }

  /**
   * Whose identity it is.
   *
   * @param cluster empty: every cluster's of the DCS
   */
  record Owner(String dcs, String cluster) {
    static Owner all(String dcs) {
      return new Owner(dcs, "");
    }

    static Owner of(ClusterId cluster) {
      return new Owner(cluster.dcs(), cluster.cluster());
    }
  }
}
